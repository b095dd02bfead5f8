import { lazyRouteComponent } from '@tanstack/react-router';
import { list, page } from './root';

const partners = list(
  '/planning/partners',
  lazyRouteComponent(() => import('../rooms/planning/catalogue/PartnersScreen'), 'PartnersScreen'),
);
const partner = page(
  '/planning/partners/$id',
  lazyRouteComponent(() => import('../rooms/planning/catalogue/PartnerScreen'), 'PartnerScreen'),
);
const speakers = list(
  '/planning/speakers',
  lazyRouteComponent(() => import('../rooms/planning/catalogue/SpeakersScreen'), 'SpeakersScreen'),
);
const speaker = page(
  '/planning/speakers/$id',
  lazyRouteComponent(() => import('../rooms/planning/catalogue/SpeakerScreen'), 'SpeakerScreen'),
);
const names = page('/planning/names', lazyRouteComponent(() => import('../rooms/planning/catalogue/NamesScreen'), 'NamesScreen'));

export const planningRoutes = [partners, partner, speakers, speaker, names] as const;
