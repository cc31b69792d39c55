import es from './documents/es.json' with { type: 'json' };
import et from './documents/et.json' with { type: 'json' };
import hi from './documents/hi.json' with { type: 'json' };
import nb from './documents/nb.json' with { type: 'json' };

/** What documents say in the languages that they are written in and the app itself is not: a part of the catalogues. */
export default { et, nb, hi, es };
