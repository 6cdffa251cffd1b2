// Property tests try the same cases on every machine, so that a change is what made one fail. With PROPERTY_SEED=random,
// or a number of one's own, they look further.

import fc from 'fast-check';

const wanted = process.env.PROPERTY_SEED;
const seed = wanted === undefined ? 20_241 : Number(wanted);
if (wanted !== 'random') fc.configureGlobal({ seed });
