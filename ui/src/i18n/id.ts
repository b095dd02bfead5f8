import { home } from './texts/home';
import { evaluation } from './texts/evaluation';
import { classes } from './texts/classes';
import { complaints } from './texts/complaints';
import { career } from './texts/career';
import { catalogue, costs } from './texts/catalogue';
import { certificates } from './texts/certificates';
import { feedback } from './texts/feedback';
import { followups } from './texts/followups';
import { frame } from './texts/frame';
import { importing } from './texts/import';
import { inquiries } from './texts/inquiries';
import { mentoring } from './texts/mentoring';
import { needs } from './texts/needs';
import { office } from './texts/office';
import { pairing } from './texts/pairing';
import { people } from './texts/people';
import { projects } from './texts/projects';
import { safety } from './texts/safety';
import { plan } from './texts/plan';
import { schedule } from './texts/schedule';
import { shared } from './texts/shared';
import { voice } from './texts/voice';

/**
 * Every text of the screen. A plain nested constant: a missing or misspelt text does not compile, and sentences with
 * numbers are functions. Each room adds its own file under `texts/`.
 */
export const id = {
  frame, home, people, importing, office, safety, classes, projects, evaluation, feedback, followups, certificates, career, mentoring, pairing, voice, complaints, catalogue, costs, needs, inquiries, plan, schedule, ...shared,
} as const;
