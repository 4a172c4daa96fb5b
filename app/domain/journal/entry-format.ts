/** The version of what phones send; a server understands this one and every one before it. */
export const entryFormat = 1
