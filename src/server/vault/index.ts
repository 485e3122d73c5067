export { find } from './find';
export { pull, type PullHow } from './pull';
export { push } from './push';
export { commit, part, putPart } from './snapshots';
