// Whatever is ours is found by a word of its name, or of another name of it. It is asked as
// CALL db.index.fulltext.queryNodes('actormap_names', 'GR') YIELD node RETURN node.name.
// It follows a load within moments, so that no load waits for it.
CREATE FULLTEXT INDEX actormap_names IF NOT EXISTS FOR (n:Actormap) ON EACH [n.name, n.aliases]
OPTIONS {indexConfig: {`fulltext.eventually_consistent`: true}}
