import * as XLSX from 'xlsx';
import * as codePages from 'xlsx/dist/cpexcel.full.mjs';

XLSX.set_cptable(codePages);

export { XLSX };
