/** Where a request stands, in words; the colour only repeats them. */
Component({ properties: { words: String, tone: { type: String, value: 'plain' } } })
