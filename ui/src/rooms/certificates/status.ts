import type { Tone } from '../../components/tone';
import type { CertificateStatus } from '../../data/certificates';

/** The colour beside the word of a status. */
export const statusTone: Record<CertificateStatus, Tone> = { issued: 'good', revoked: 'bad', replaced: 'warn' };
