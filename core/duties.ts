// Everything the program does by the clock, named here so that every host does it.
export {};
