/** What a state means to the reader; never told by colour alone. */
export type Tone = 'waiting' | 'active' | 'done' | 'trouble' | 'idle'
