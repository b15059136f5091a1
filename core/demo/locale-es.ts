import { givenNames } from '#shared/name/given-names.ts';
import { listOf } from '#core/demo/locale.ts';
import type { DemoLocale } from '#core/demo/locale.ts';
import { makeSpanishTaxId } from '#core/demo/tax-ids.ts';

const familyNames = listOf(
  `García|Rodríguez|González|Fernández|López|Martínez|Sánchez|Pérez|Gómez|Martín|Jiménez|Ruiz|Hernández|Díaz|Moreno|Muñoz|Álvarez
  Romero|Alonso|Gutiérrez|Navarro|Torres|Domínguez|Vázquez|Ramos|Gil|Ramírez|Serrano|Blanco|Molina|Morales|Suárez|Ortega|Delgado
  Castro|Ortiz|Rubio|Marín|Sanz|Núñez|Iglesias|Medina|Garrido|Cortés|Castillo|Santos|Lozano|Guerrero|Cano|Prieto|Méndez|Cruz|Calvo
  Gallego|Vidal|León|Márquez|Herrera|Peña|Flores|Cabrera|Campos|Vega|Fuentes|Carrasco|Diez|Caballero|Reyes|Nieto|Aguilar|Pascual
  Santana|Herrero|Lorenzo|Montero|Hidalgo|Giménez|Ibáñez|Ferrer|Durán|Santiago|Benítez|Mora|Vicente|Vargas|Arias|Carmona|Crespo
  Román|Pastor|Soto|Sáez|Velasco|Moya|Soler|Parra|Esteban|Bravo|Gallardo|Rojas|Agüero|Yáñez|Cañizares|de la Fuente|del Río|Echevarría`,
);

export const spanishDemo: DemoLocale = {
  country: 'ES',
  countryName: 'España',
  makeName: (random) => {
    const names = random.chance(0.53) ? givenNames.es.female : givenNames.es.male;
    const second = random.chance(0.12) ? ` ${random.pickCommon(names)}` : '';
    const givenName = `${random.pickCommon(names)}${second}`;
    const family = random.pickCommon(familyNames);
    return { givenName, middleName: '', familyName: random.chance(0.7) ? `${family} ${random.pickCommon(familyNames)}` : family };
  },
  nameCompany: (name, legalForm) => (legalForm === '' ? name : `${name}, ${legalForm}`),
  makeTaxId: makeSpanishTaxId,
  phones: {
    callingCode: '34',
    mobile: listOf('60|61|62|63|64|65|66|67|68|69|72|73'),
    mobileLength: 9,
    landlineLength: 9,
    mobileMasks: listOf('### ## ## ##|### ### ###|#########|###-###-###|###.##.##.##|+34 ### ### ###|0034#########'),
    landlineMasks: listOf('## ### ## ##|### ## ## ##|#########|(##) ### ## ##|+34 ## ### ## ##'),
    mobileMasksAbroad: listOf('+34 ### ### ###|+34#########|+34 ### ## ## ##'),
    landlineMasksAbroad: listOf('+34 ## ### ## ##|+34#########'),
  },
  cities: [
    { name: 'Madrid', region: 'Madrid', postalCode: '280', landline: ['913', '914', '915'] },
    { name: 'Alcalá de Henares', region: 'Madrid', postalCode: '288', landline: ['918'] },
    { name: 'Barcelona', region: 'Barcelona', postalCode: '080', landline: ['932', '933', '934'] },
    { name: 'València', region: 'Valencia', postalCode: '460', landline: ['963'] },
    { name: 'Sevilla', region: 'Sevilla', postalCode: '410', landline: ['954'] },
    { name: 'Zaragoza', region: 'Zaragoza', postalCode: '500', landline: ['976'] },
    { name: 'Málaga', region: 'Málaga', postalCode: '290', landline: ['952'] },
    { name: 'A Coruña', region: 'A Coruña', postalCode: '150', landline: ['981'] },
    { name: 'Logroño', region: 'La Rioja', postalCode: '260', landline: ['941'] },
    { name: 'Bilbao', region: 'Bizkaia', postalCode: '480', landline: ['944'] },
    { name: 'Murcia', region: 'Murcia', postalCode: '300', landline: ['968'] },
    { name: 'Oviedo', region: 'Asturias', postalCode: '330', landline: ['985'] },
  ],
  streets: listOf(
    `C/ Mayor|Calle Real|Avda. de la Constitución|C/ del Carmen|Plaza de España|Calle Ancha|Paseo de la Estación|C/ San Juan|Ronda Norte
    C/ Cervantes|Avenida de América|C/ Goya|Camino Viejo|C/ Velázquez|Travesía del Pozo|C/ Nueva|C/ Colón|Calle del Sol`,
  ),
  houses: listOf(' #|#, ## #º B| ##| ##, #º Izq.|, ##| ###, bajo'),
  postalCodeMask: '##',
  sources: listOf(
    'Instagram|Recomendación|Página web|Pasaba por la tienda|Google|Feria|Cliente de siempre|WhatsApp|Publicidad en buzones',
  ),
  roles: listOf('Gerente|Compras|Administración|Encargado|Contabilidad|Recepción|Jefe de obra|Almacén'),
  preferences: listOf(
    'Prefiere que se le llame por la tarde|Factura por correo|Paga en efectivo|Solo WhatsApp|Quiere presupuesto por escrito',
  ),
  companyWords: listOf(
    'del Norte|del Sur|Levante|La Plaza|El Sol|Hermanos %|% e Hijos|Centro|Ibérica|San Roque|La Estrella|Nueva %|%',
  ),
  legalForms: listOf('S.L.|SL|S.A.|S.L.U.|C.B.|S.Coop.'),
  trades: {
    windows: {
      tags: listOf('ventanas|mosquiteras|reforma|comunidad|persianas|urgente'),
      notes: listOf(
        'Medir el salón y dos dormitorios; balcón aparte|Pide PVC blanco, doble vidrio|Espera presupuesto antes del viernes|Vive en un cuarto sin ascensor',
      ),
      companies: listOf('Cristalería %|Aluminios %|Ventanas %|Persianas %|Construcciones %|Reformas %'),
    },
    salon: {
      tags: listOf('color|corte|uñas|novia|bono 10|alergia'),
      notes: listOf(
        'Alergia al amoniaco; usar tinte sin|Viene con su hija los sábados|Siempre con Lucía|Le gusta el café solo, sin azúcar',
      ),
      companies: listOf('Peluquería %|Estética %|Salón %|Academia %|Gimnasio %'),
    },
    wholesale: {
      tags: listOf('mayorista|a 30 días|reparto|tarifa B|moroso|nuevo'),
      notes: listOf(
        'Reparto los martes antes de las 10|Pide albarán valorado|Descarga por la puerta de atrás|Pago a 30 días, recibo domiciliado',
      ),
      companies: listOf('Distribuciones %|Suministros %|Supermercado %|Ferretería %|Comercial %|Bodegas %'),
    },
    garage: {
      tags: listOf('flota|ITV|neumáticos|diésel|híbrido|revisión anual'),
      notes: listOf(
        'Seat León 2016, cambio de correa hecho|Deja el coche la noche antes|Avisar de la ITV en mayo|Ruido al frenar, mirar pastillas',
      ),
      companies: listOf('Talleres %|Autos %|Transportes %|Autoescuela %|Neumáticos %'),
    },
    online: {
      tags: listOf('web|repite|regalo|boletín|devolución|cupón'),
      notes: listOf(
        'Cambió la talla en el último pedido|Entregar en el trabajo|Pidió factura con NIF|Preguntó por envíos a Canarias',
      ),
      companies: listOf('Tienda %|Papelería %|Joyería %|Librería %|Floristería %'),
    },
    other: {
      tags: listOf('VIP|habitual|nuevo|barrio|empresa|proveedor'),
      notes: listOf('Llamar por la tarde; no los lunes|Paga a fin de mes|Amiga de Pilar|Tiene llave del portal'),
      companies: listOf('Bar %|Restaurante %|Hotel %|Gestoría %|Farmacia %|Panadería %|Clínica %'),
    },
  },
};
