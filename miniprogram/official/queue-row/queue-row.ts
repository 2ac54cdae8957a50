/** One waiting request: who and where, how long is left, what happened, what was given before. */
Component({ properties: { row: Object } })
