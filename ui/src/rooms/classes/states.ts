import type { Tone } from '../../components/tone';
import type { ClassState } from '../../data/classes';

/** The colour beside the word of a state. */
export const stateTone: Record<ClassState, Tone> = { planned: 'neutral', running: 'info', finished: 'warn', closed: 'good' };
