import { ReportPage } from '../../../components/ReportPage';
import { useProgramme } from '../../../data/classes';
import { useAddressId } from '../../../data/open';
import { useCataloguePaper } from '../../../data/planning/catalogue';
import { id } from '../../../i18n/id';
import { programmeCrumbs } from './ProgrammeFrame';

const text = id.catalogue;

/** All programmes that are offered, on paper. */
export function CataloguePrintScreen() {
  return <ReportPage title={text.programme.printTitle} crumbs={programmeCrumbs} {...useCataloguePaper({ kind: 'catalogue' })} />;
}

/** The budget of a class of a programme, on paper. */
export function CostsPrintScreen() {
  const programme = useAddressId();
  const name = useProgramme(programme).data?.name ?? '';
  const crumbs = [...programmeCrumbs, { label: name, to: `/programmes/${programme}/costs` }];
  return (
    <ReportPage
      title={text.costs.printTitle}
      subtitle={name}
      crumbs={crumbs}
      {...useCataloguePaper({ kind: 'costs', programme })}
    />
  );
}
