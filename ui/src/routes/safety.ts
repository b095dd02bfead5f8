import { lazyRouteComponent } from '@tanstack/react-router';
import { list, page } from './root';

const safety = list('/safety', lazyRouteComponent(() => import('../rooms/safety/JournalScreen'), 'JournalScreen'));
const backups = page(
  '/safety/backups',
  lazyRouteComponent(() => import('../rooms/safety/BackupsScreen'), 'BackupsScreen'),
);
const dataCheck = page('/safety/check', lazyRouteComponent(() => import('../rooms/safety/CheckScreen'), 'CheckScreen'));

export const safetyRoutes = [safety, backups, dataCheck] as const;
