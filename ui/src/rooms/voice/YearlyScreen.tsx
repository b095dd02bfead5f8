import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { Bar } from '../../components/Bar';
import { EmptyState } from '../../components/EmptyState';
import { Icon } from '../../components/icons';
import { Loaded } from '../../components/Loaded';
import { PageHeader } from '../../components/PageHeader';
import shared from '../../components/shared.module.css';
import { UnitPicker } from '../../components/UnitPicker';
import { useYearly, type Yearly } from '../../data/voice';
import { useListState } from '../../frame/listState';
import { id } from '../../i18n/id';
import { formatNumber } from '../../i18n/numbers';
import { orDash, twoPlaces } from './figures';
import { Quality } from './Quality';
import { roomCrumb } from './VoiceHeader';
import styles from './voice.module.css';

const text = id.voice.yearly;
const crumbs = [roomCrumb];

/** Years side by side: each element, the index, how many answered. */
export function YearlyScreen() {
  const navigate = useNavigate();
  const [state, setState] = useListState();
  const unit = state.filters['unit'] ?? null;
  const yearly = useYearly(unit);
  const nothing = yearly.data === undefined || yearly.data.years.length === 0;
  return (
    <>
      <PageHeader
        title={text.title}
        crumbs={crumbs}
        actions={
          <Button
            variant="default"
            disabled={nothing}
            leftSection={<Icon name="printer" size={16} />}
            onClick={() => void navigate({ to: '/voice/yearly/report', search: unit === null ? {} : { unit } })}
          >
            {text.print}
          </Button>
        }
      />
      <div className={styles.yearUnit}>
        <UnitPicker
          label={text.unit}
          placeholder={text.all}
          value={unit}
          onChange={(next) => setState({ ...state, filters: next === null ? {} : { unit: next } })}
        />
      </div>
      <Loaded query={yearly}>
        {(data) =>
          data.years.length === 0 ? <EmptyState icon="voice" title={text.empty} text={text.emptyText} /> : <Years data={data} />
        }
      </Loaded>
    </>
  );
}

/** A sign and, for who does not see it, the word. */
function LowestSign() {
  return (
    <span title={text.lowest}>
      <Icon name="warning" size={14} />
      <span className="hidden">{text.lowest}</span>
    </span>
  );
}

/** A mark goes from 1 to 4, an index from 25 to 100: both fill the bar at their highest. */
const shareOfMark = (nrr: number) => (nrr * 100) / 400;
const shareOfIndex = (ikm: number) => ikm / 100;

function Years({ data }: { data: Yearly }) {
  const { years } = data;
  const elements = years[0]?.result.elements ?? [];
  return (
    <div className={styles.years}>
      <table className={shared.table} aria-label={text.title}>
        <thead>
          <tr>
            <th scope="col" className={styles.yearHead}>{text.element}</th>
            {years.map(({ year }) => (
              <th key={year} scope="col">
                {year}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {elements.map(({ element, title }, at) => (
            <tr key={element}>
              <th scope="row">
                <span className={styles.code}>{element}</span> {title}
              </th>
              {years.map(({ year, result }) => {
                const nrr = result.elements[at]?.nrr ?? null;
                return (
                  <td key={year}>
                    {nrr === null ? (
                      <span className="muted">{orDash(null)}</span>
                    ) : (
                      <Bar percent={shareOfMark(nrr)} tone={result.elements[at]?.lowest ? 'warn' : undefined}>
                        {twoPlaces(nrr)}
                        <span className={styles.sign}>{result.elements[at]?.lowest && <LowestSign />}</span>
                      </Bar>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{text.ikm}</th>
            {years.map(({ year, result }) => (
              <td key={year}>
                {result.ikm === null ? (
                  orDash(null)
                ) : (
                  <>
                    <Bar percent={shareOfIndex(result.ikm)}>
                      <strong>{twoPlaces(result.ikm)}</strong>
                    </Bar>
                    <Quality letter={result.letter} band={result.band} />
                  </>
                )}
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">{text.respondents}</th>
            {years.map(({ year, surveys, result }) => (
              <td key={year} className="number">
                {formatNumber(result.respondents)} <span className="muted">{text.ofSurveys(surveys)}</span>
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
      <p className={styles.legendLine}>
        <Icon name="warning" size={14} />
        {text.legend}
      </p>
    </div>
  );
}
