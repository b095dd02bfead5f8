import { lazyRouteComponent } from '@tanstack/react-router';
import { page } from './root';

const office = page('/office', lazyRouteComponent(() => import('../rooms/office/ProfileScreen'), 'ProfileScreen'));
const signatories = page(
  '/office/signatories',
  lazyRouteComponent(() => import('../rooms/office/SignatoriesScreen'), 'SignatoriesScreen'),
);
const numbering = page(
  '/office/numbering',
  lazyRouteComponent(() => import('../rooms/office/NumberingScreen'), 'NumberingScreen'),
);
const certificateText = page(
  '/office/text',
  lazyRouteComponent(() => import('../rooms/office/TextScreen'), 'TextScreen'),
);
const certificateLook = page(
  '/office/look',
  lazyRouteComponent(() => import('../rooms/office/LookScreen'), 'LookScreen'),
);
const attendanceRule = page(
  '/office/attendance',
  lazyRouteComponent(() => import('../rooms/office/AttendanceScreen'), 'AttendanceScreen'),
);
const schemes = page(
  '/office/schemes',
  lazyRouteComponent(() => import('../rooms/office/SchemesScreen'), 'SchemesScreen'),
);
const instruments = page(
  '/office/instruments',
  lazyRouteComponent(() => import('../rooms/office/InstrumentsScreen'), 'InstrumentsScreen'),
);
const followUpRule = page(
  '/office/followups',
  lazyRouteComponent(() => import('../rooms/office/FollowUpsScreen'), 'FollowUpsScreen'),
);
const jpRates = page('/office/jp', lazyRouteComponent(() => import('../rooms/office/JpScreen'), 'JpScreen'));
const skmRule = page('/office/skm', lazyRouteComponent(() => import('../rooms/office/SkmRuleScreen'), 'SkmRuleScreen'));
const complaintRule = page(
  '/office/complaints',
  lazyRouteComponent(() => import('../rooms/office/ComplaintRuleScreen'), 'ComplaintRuleScreen'),
);

export const officeRoutes = [
  office,
  signatories,
  numbering,
  certificateText,
  certificateLook,
  attendanceRule,
  schemes,
  instruments,
  followUpRule,
  jpRates,
  skmRule,
  complaintRule,
] as const;
