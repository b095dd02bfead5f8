import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { CostTable } from '../../../components/CostTable';
import { FormPage } from '../../../components/FormPage';
import { LeaveGuard } from '../../../components/LeaveGuard';
import { Loaded } from '../../../components/Loaded';
import { PageHeader } from '../../../components/PageHeader';
import { planningCrumb } from '../../../components/PlanningHeader';
import { RemoveButton } from '../../../components/RemoveButton';
import { useRules } from '../../../data/office';
import { useAddressId } from '../../../data/open';
import type { CostLine } from '../../../data/planning/catalogue';
import { useItem, useRemoveItem, useSaveItemCosts, useSetItem, type ItemView } from '../../../data/planning/plan';
import { id } from '../../../i18n/id';
import { rupiah } from './figures';
import { ItemForm } from './ItemForm';
import { ItemPeople } from './ItemPeople';
import styles from './plan.module.css';
import { titleOf } from './PlanScreen';

const text = id.plan.item;

/** One candidate of a plan: what it is, whom it would serve, what it costs. */
export function ItemScreen() {
  const at = useAddressId();
  return <Loaded query={useItem(at)}>{(view) => <ItemPage key={at} view={view} />}</Loaded>;
}

function ItemPage({ view }: { view: ItemView }) {
  const { item, programme, cost, people } = view.row;
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const base = `/planning/items/${item.id}`;
  const plan = `/planning/plans/${view.plan.id}`;
  const remove = useRemoveItem({ onDone: () => void navigate({ to: plan, replace: true }) });
  const set = useSetItem();
  return (
    <>
      <PageHeader
        title={item.name}
        crumbs={[planningCrumb, { label: titleOf(view.plan), to: plan }]}
        subtitle={
          <>
            <Link to="/programmes/$id" params={{ id: item.programme }}>{text.programme(programme)}</Link> · {rupiah(cost)}
            {view.classes.map(([key, title]) => (
              <span key={key}>
                {' · '}
                {text.classes} <Link to="/classes/$id" params={{ id: key }}>{title}</Link>
              </span>
            ))}
          </>
        }
        state={item.chosen ? { label: text.chosen, tone: 'good' } : { label: text.out, tone: 'neutral' }}
        primary={
          view.editable &&
          item.wish === 'free' && (
            <Button variant="default" onClick={() => set.mutate({ item: item.id, change: { chosen: !item.chosen } })}>
              {item.chosen ? text.out : text.chosen}
            </Button>
          )
        }
        actions={
          view.editable && (
            <RemoveButton label={text.remove} onConfirm={() => remove.mutateAsync(item.id)}>
              {text.removeText(item.name)}
            </RemoveButton>
          )
        }
        tabs={[
          { label: text.tabs.data, to: base },
          { label: text.tabs.people, to: `${base}/people`, note: String(people) },
          { label: text.tabs.costs, to: `${base}/costs`, note: String(view.costs.length) },
        ]}
      />
      {pathname.endsWith('/people') ? (
        <ItemPeople view={view} />
      ) : pathname.endsWith('/costs') ? (
        <ItemCosts view={view} />
      ) : (
        <ItemForm view={view} />
      )}
    </>
  );
}

/** The lines of the budget of a candidate. */
function ItemCosts({ view }: { view: ItemView }) {
  const rules = useRules();
  const form = useForm<{ costs: CostLine[] }>({ initialValues: { costs: view.costs } });
  const { setInitialValues, setValues } = form;
  const key = JSON.stringify(view.costs);
  useEffect(() => {
    const costs = JSON.parse(key) as CostLine[];
    setInitialValues({ costs });
    setValues({ costs });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the functions of the form change with each keystroke
  }, [key]);
  const save = useSaveItemCosts(view.row.item.id);
  return (
    <Loaded query={rules}>
      {({ budget }) => (
        <div className={styles.scroll}>
          <LeaveGuard unsaved={form.isDirty()} />
          <FormPage
            form={form}
            label={text.tabs.costs}
            wide
            submitLabel={text.saveCosts}
            readOnly={!view.editable}
            onSubmit={async ({ costs }) => save.mutateAsync(costs)}
          >
            <CostTable form={form} rule={budget} readOnly={!view.editable} />
          </FormPage>
          {view.doubts.length > 0 && (
            <section className={styles.panel}>
              <h2>{id.plan.warnings}</h2>
              <ul className={styles.warnings}>
                {view.doubts.map((doubt) => (
                  <li key={doubt}>{doubt}</li>
                ))}
              </ul>
            </section>
          )}
        </div>
      )}
    </Loaded>
  );
}
