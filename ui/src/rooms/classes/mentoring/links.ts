/** Addresses that belong together with the board. */
export const boardPage = (classId: string): string => `/classes/${classId}/mentoring`;
export const menteesPage = (classId: string): string => `/classes/${classId}/mentoring/participants`;
export const participantsPage = (classId: string): string => `/classes/${classId}`;
export const mentorPage = (mentor: string): string => `/mentoring/mentors/${mentor}`;
export const mentorsPage: string = '/mentoring/mentors';
