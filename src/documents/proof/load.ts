/** What reads a file in hand and says whether it is the closed one, and what makes fingerprints. Not with the other loaders: those load with a meeting. */
export const loadProof = (): Promise<typeof import('.')> => import('.');
