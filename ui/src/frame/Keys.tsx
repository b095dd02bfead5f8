import { Fragment } from 'react';
import classes from './frame.module.css';

/** Keys as printed on the keyboard. */
export function Keys({ keys }: { keys: readonly string[] }) {
  if (keys.length === 0) return null;
  return (
    <span className={classes.keys}>
      {keys.map((combination) => (
        <span key={combination}>
          {combination.split('+').map((key, at) => (
            <Fragment key={key}>
              {at > 0 && '+'}
              <kbd>{key}</kbd>
            </Fragment>
          ))}
        </span>
      ))}
    </span>
  );
}
