import { Bar } from '../../components/Bar';
import { Loaded } from '../../components/Loaded';
import shared from '../../components/shared.module.css';
import { useFollowUpResult, type FollowUpPart, type FollowUpResult } from '../../data/evaluation/followups';
import { useAddressId } from '../../data/open';
import { id } from '../../i18n/id';
import { formatHundredths, formatNumber } from '../../i18n/numbers';
import { FollowUpFrame } from './FollowUpFrame';
import styles from './followups.module.css';

const room = id.followups;
const text = room.result;

const percent = (value: number | null) => (value === null ? room.dash : room.percent(formatHundredths(value)));
const share = (value: number | null) => (value === null ? room.dash : room.percent(String(value)));

/** A figure with its bar; a dash where nobody has answered. */
function Reached({ value }: { value: number | null }) {
  return value === null ? <>{room.dash}</> : <Bar percent={value / 100}>{percent(value)}</Bar>;
}

/** What a follow-up came to, never without the share that answered. */
export function FollowUpResultScreen() {
  const result = useFollowUpResult(useAddressId());
  return (
    <FollowUpFrame>
      {() => (
        <Loaded query={result}>
          {(shown) =>
            shown.row.answered === 0 ? (
              <p role="status">{text.none}</p>
            ) : (
              <div className={shared.sections}>
                <ByRole result={shown} />
                {shown.parts.map((part) => (
                  <Part key={part.instrument} part={part} />
                ))}
                <p className="muted">{text.scaleNote}</p>
                <Comments result={shown} />
              </div>
            )
          }
        </Loaded>
      )}
    </FollowUpFrame>
  );
}

function ByRole({ result }: { result: FollowUpResult }) {
  const { row, roles } = result;
  return (
    <section aria-label={text.byRole}>
      <h2>{`${text.answered}: ${room.of(row.answered, row.expected)} (${share(row.share)})`}</h2>
      <table className={shared.table} aria-label={text.byRole}>
        <thead>
          <tr>
            <th scope="col">{text.role}</th>
            <th scope="col" className={shared.end} style={{ width: 160 }}>{text.sheets}</th>
            <th scope="col" className={shared.end} style={{ width: 96 }}>{text.share}</th>
            <th scope="col" style={{ width: 260 }}>{text.percent}</th>
          </tr>
        </thead>
        <tbody>
          {roles.map((role) => (
            <tr key={role.role}>
              <td>{room.roles[role.role]}</td>
              <td className={shared.end}>{room.of(role.n, role.expected)}</td>
              <td className={shared.end}>{share(role.share)}</td>
              <td>
                <Reached value={role.percent} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Part({ part }: { part: FollowUpPart }) {
  const roles = part.items[0]?.roles ?? [];
  return (
    <section aria-label={part.instrument}>
      <h2>{part.instrument}</h2>
      <table className={shared.table} aria-label={part.instrument}>
        <thead>
          <tr>
            <th scope="col">{text.item}</th>
            <th scope="col" className={shared.end} style={{ width: 104 }}>{text.n}</th>
            <th scope="col" className={shared.end} style={{ width: 92 }}>{text.mean}</th>
            <th scope="col" style={{ width: 220 }}>{text.percent}</th>
            {roles.map((role) => (
              <th key={role.role} scope="col" className={shared.end} style={{ width: 116 }}>
                {room.roles[role.role]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {part.items.map((item) => (
            <tr key={item.id}>
              <td>{item.text}</td>
              <td className={shared.end}>{formatNumber(item.n)}</td>
              <td className={shared.end}>{item.mean === null ? room.dash : formatHundredths(item.mean)}</td>
              <td>
                <Reached value={item.percent} />
              </td>
              {item.roles.map((role) => (
                <td key={role.role} className={shared.end}>
                  <span className={styles.cell}>
                    {percent(role.percent)}
                    <small>{room.of(role.n, role.expected)}</small>
                  </span>
                </td>
              ))}
            </tr>
          ))}
          <tr className={styles.whole}>
            <td>{text.whole(part.instrument)}</td>
            <td />
            <td className={shared.end}>{part.mean === null ? room.dash : formatHundredths(part.mean)}</td>
            <td>
              <Reached value={part.percent} />
            </td>
            {roles.map((role) => (
              <td key={role.role} />
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  );
}

function Comments({ result }: { result: FollowUpResult }) {
  if (result.comments.length === 0) return null;
  return (
    <section aria-label={text.comments}>
      <h2>{text.comments}</h2>
      {result.comments.map((of) => (
        <div key={of.item}>
          <p>{of.item}</p>
          <ul className={styles.comments}>
            {of.comments.map(([role, comment], at) => (
              <li key={at}>{text.comment(room.roles[role], comment)}</li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
