import { id } from '../../i18n/id';
import { InstrumentFields } from './InstrumentFields';
import { newInstrument, toInstrument, toValues } from './instruments';
import { NamedRules } from './NamedRules';

/** What sheets ask, one instrument at a time. */
export const InstrumentsScreen = () => (
  <NamedRules
    kind="instruments"
    text={id.feedback.instruments}
    blank={newInstrument}
    toValues={toValues}
    toThing={toInstrument}
    numbered
  >
    {(form) => <InstrumentFields form={form} />}
  </NamedRules>
);
