/** The four meanings and their absence. Whoever shows one also says it in words or with a sign. */
export type Tone = 'neutral' | 'good' | 'warn' | 'bad' | 'info';
