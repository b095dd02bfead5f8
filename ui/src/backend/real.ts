import type { Backend } from './backend';
import { careerBackend } from './career';
import { homeBackend } from './home';
import { classesBackend, findClasses } from './classes';
import { evaluationBackend } from './evaluation';
import { catalogueBackend } from './catalogue';
import { certificatesBackend, findCertificates } from './certificates';
import { findMentors, mentoringBackend } from './mentoring';
import { officeBackend } from './office';
import { findPeople, peopleBackend } from './people';
import { projectsBackend } from './projects';
import { safetyBackend, undo } from './safety';
import { planBackend } from './plan';
import { scheduleBackend } from './schedule';
import { needsBackend } from './needs';
import { findComplaints, voiceBackend } from './voice';

/** The backend of the running window. Commands join here as the bindings offer them. */
export const realBackend: Backend = {
  home: homeBackend,
  people: peopleBackend,
  office: officeBackend,
  safety: safetyBackend,
  classes: classesBackend,
  projects: projectsBackend,
  mentoring: mentoringBackend,
  evaluation: evaluationBackend,
  certificates: certificatesBackend,
  career: careerBackend,
  voice: voiceBackend,
  schedule: scheduleBackend,
  plan: planBackend,
  needs: needsBackend,
  catalogue: catalogueBackend,
  frame: {
    undo,
    search: async (text) =>
      (
        await Promise.all([
          findClasses(text), findPeople(text), findMentors(text), findCertificates(text), findComplaints(text),
        ])
      ).flat(),
  },
};
