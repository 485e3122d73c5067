/** Groups of themes. Source: facts.md §1.2 [V2] S11; the last is [I] from S08, S19. */
export const THEME_GROUPS = ['hcm', 'capacity', 'resolutions', 'decline', 'building', 'corruption', 'task'] as const;
