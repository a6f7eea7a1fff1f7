/** Placeholder of the module that writes names in Latin letters. */
export const romanise = (name: string): string => name
