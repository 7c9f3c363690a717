// Keep what takes a step back, in the transaction of the step.
CREATE (:ActormapUndo {number: $number, statement: $statement, rows: $rows, count: $count})
