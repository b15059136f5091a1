/**
 * What a spreadsheet would run as a formula: written with an apostrophe before it, which the program takes off again when it reads the file. A
 * phone such as +34 600 or -5 is none.
 */
export const formulaStart = /^[\t\r]|^[\s\uFEFF]*(?:[=@＝＠]|[+\-＋－](?![\d\s().,+-]*$))/;
