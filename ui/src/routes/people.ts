import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../frame/listState';
import { list, page } from './root';

const people = list('/people', lazyRouteComponent(() => import('../rooms/people/PeopleScreen'), 'PeopleScreen'));
const personNew = page(
  '/people/new',
  lazyRouteComponent(() => import('../rooms/people/NewPersonScreen'), 'NewPersonScreen'),
);
const peopleImport = page(
  '/people/import',
  lazyRouteComponent(() => import('../rooms/people/import/ImportScreen'), 'ImportScreen'),
);
const units = list('/people/units', lazyRouteComponent(() => import('../rooms/people/UnitsScreen'), 'UnitsScreen'));
const duplicates = page(
  '/people/duplicates',
  lazyRouteComponent(() => import('../rooms/people/DuplicatesScreen'), 'DuplicatesScreen'),
);

/** One screen for all its tabs, so that what is typed on one stays while another is looked at. */
const person = page('/people/$id', lazyRouteComponent(() => import('../rooms/people/PersonScreen'), 'PersonScreen'));

const personHistory = createRoute({ getParentRoute: () => person, path: '/history' });
const personClasses = createRoute({ getParentRoute: () => person, path: '/classes' });
const personLedger = createRoute({ getParentRoute: () => person, path: '/jp' });
const personGaps = createRoute({ getParentRoute: () => person, path: '/competencies', validateSearch: listSearch });

export const peopleRoutes = [
  people,
  personNew,
  peopleImport,
  units,
  duplicates,
  person.addChildren([personHistory, personClasses, personLedger, personGaps]),
] as const;
