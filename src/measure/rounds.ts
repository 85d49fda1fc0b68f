/**
 * Returns who is measured when: every candidate once a round, each round starting one further on, so
 * that neither a warm cache nor a busy neighbour favours one of them.
 */
export const rounds = <T>(candidates: readonly T[], count: number): T[][] =>
  Array.from({ length: count }, (_, round) =>
    candidates.map((_, i) => candidates[(i + round) % candidates.length] as T),
  );
