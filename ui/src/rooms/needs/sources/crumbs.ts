import { id } from '../../../i18n/id';
import { roomCrumb } from '../NeedsHeader';

/** Where the pages of sources hang. */
export const sourcesCrumbs = [roomCrumb, { label: id.needs.tabs.sources, to: '/needs/sources' }];
