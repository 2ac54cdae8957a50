/** A small mark beside a word, never instead of it. */
Component({ properties: { name: String } })
