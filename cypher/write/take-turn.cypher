// Wait until nobody else writes. The lock is held until the transaction ends, which undoes the property.
MATCH (w:ActormapStore {name: 'writer'})
SET w.taken = true
