import { useClassView } from '../../data/classes';
import { id } from '../../i18n/id';

/** What the header of a page below a class says of it; `to` is the address of the class's page it hangs under. */
export function useClassPlace(classId: string, to: string) {
  const view = useClassView(classId).data;
  return {
    subtitle: view && `${view.programme_name} · ${view.class.name}`,
    crumbs: [
      { label: id.frame.rooms.classes, to: '/classes' },
      { label: view?.class.name ?? '', to },
    ],
  };
}
