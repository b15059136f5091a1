import type { Dictionary } from './dictionary.ts';

export const spanish: Dictionary = {
  concepts: {
    fullName: `
      nombre y apellido*, apellido* y nombre*, nombres y apellido*, nombre completo, nombre apellido*, nombres apellido*,
      apellido* nombre*, nom y ape, nombre y ap, nombre o razon social, nombre razon social, titular*, paciente*, socio*,
      alumno*, alumna*, propietario*, dueño*, huesped*, destinatario*, cliente*, clienta*, abonado*, asociado*, usuario*,
      interesado*, comprador*, asistente*, inquilino*, suscriptor*
    `,
    name: 'nombre, nombres, nom, nombre cliente, nombre del cliente',
    givenName: 'nombre de pila, primer nombre, 1er nombre',
    middleName: 'segundo nombre, 2do nombre, otros nombres',
    familyName: `
      apellido*, primer apellido, segundo apellido, apellido paterno, apellido materno, 1er apellido, 2do apellido,
      paterno, materno
    `,
    nickname: 'apodo, alias, mote, sobrenombre',
    jobTitle: 'cargo, cargos, puesto, puesto de trabajo, ocupacion, profesion, categoria profesional, funcion, rol',
    department: 'area, seccion',
    departmentOrRegion: 'departamento, depto, dpto',
    companyName: `
      empresa*, compañia*, organizacion*, nombre empresa, nombre de la empresa, nombre comercial, n comercial, negocio*,
      comercio, establecimiento, entidad*, sociedad, institucion, proveedor*, nombre proveedor, nombre del proveedor,
      denominacion, nombre del negocio, nombre de la compañia, nombre de la organizacion, distribuidor*, fabricante, marca
      comercial, nombre fantasia, nombre de fantasia, acreedor*, deudor*, persona juridica
    `,
    legalName: 'razon social, r social, raz social, denominacion social, nombre fiscal, nombre legal',
    industry: 'sector, ramo, rubro, giro, actividad, actividad economica, sector de actividad, industria',
    contactPerson: `
      persona de contacto, persona contacto, contacto, contactos, nombre contacto, nombre de contacto, nombre del
      contacto, encargado*, atencion a, a la atencion, att, interlocutor*, representante legal, contacto principal,
      contacto comercial, apoderado
    `,
    phone: `
      telefono*, telefonic*, tel, tels, tele, telef*, telf*, tlf*, tfn*, tfno*, tlfno*, tlfn*, tlno, fono*, movil*, mov, mvl,
      celular*, cel, cels, fax, n de telefono, numero movil, fijo, tel fijo, telefonos
    `,
    email: `
      correo*, correo electronico, correo e, c electronico, direccion de correo, direccion de correo electronico,
      direccion email, direccion de email, buzon
    `,
    address: 'direccion*, domicilio*, dir, direc, direccion completa, direccion postal, ubicacion',
    addressStreet: 'calle, calle y numero, via, nombre de la via, nombre via, avenida, domicilio calle',
    addressMore: `
      portal, piso, puerta, escalera, numero exterior, numero interior, num ext, num int, no ext, no int, n ext, n int,
      colonia, barrio, piso puerta, bloque, apartado postal, apartado de correos, urbanizacion, numero portal, numero
      calle
    `,
    addressCity: 'ciudad*, poblacion*, localidad*, municipio*, pueblo, comuna, delegacion, alcaldia, loc, pob',
    addressRegion: `
      provincia*, prov, comunidad autonoma, comunidad, ccaa, region, estado o provincia, estado provincia, provincia o
      estado
    `,
    state: 'estado, edo',
    addressPostalCode: `
      codigo postal, cod postal, c postal, cp, c p, cpostal, codpostal, distrito postal, d p, zona postal, cod pos
    `,
    addressCountry: 'pais*, pais region, pais o region, nacionalidad pais',
    webPage: 'web, pagina web, sitio web, sitio, url, direccion web, pag web, pagina de internet',
    birthday: `
      fecha de nacimiento, fecha nacimiento, fecha nac, fecha de nac, f nacimiento, f nac, f de nacimiento, fec nac, fec
      nacimiento, nacimiento, cumpleaños, cumple, fnac, fecha cumpleaños, fecha de cumpleaños, dia de cumpleaños, nacido,
      nacida, fecha cumple
    `,
    taxId: `
      nif, cif, nie, dni, rfc, rut, ruc, cuit, cuil, nit, rif, rtn, dpi, cedula, cedula de identidad, ci, run,
      identificacion fiscal, numero de identificacion fiscal, documento, documento de identidad, documento identidad, doc
      identidad, nro documento, numero documento, num documento, n documento, numero de documento, identificacion, nif
      iva, n i f, c i f, d n i, vat, cif nif, nif cif, dni nif, nif dni, dni nie, rut empresa, id fiscal, codigo fiscal,
      registro fiscal
    `,
    kind: 'tipo, tipo de cliente, tipo cliente, clase, tipo de contacto, tipo contacto',
    tags: 'etiqueta*, categoria*, categoria de cliente',
    groups: 'grupo*, grupo de clientes, segmento, zona comercial, lista, listas',
    source: `
      origen, procedencia, como nos conocio, como nos ha conocido, canal, captacion, fuente, medio, recomendado por,
      referido por
    `,
    preferences: 'preferencia*, gustos, alergias y preferencias',
    notes: `
      observacion*, observ, obs, obser, nota, notas, comentario*, coment, apunte*, anotacion*, informacion adicional, mas
      informacion, detalles, detalle, otros datos, aclaraciones
    `,
    partyType: `
      tipo de persona, tipo persona, particular o empresa, empresa o particular, particular empresa, persona fisica o
      juridica
    `,
    rowNumber: 'numero, num, no, nro, n, n orden, numero de orden, item, fila, linea, orden, posicion',
    identifier: 'codigo, cod, id, identificador, ref, referencia, clave, id interno',
    owner: `
      comercial*, vendedor*, agente*, asesor*, responsable*, gestor*, atendido por, empleado*, ejecutivo*, promotor*,
      representante*, peluquer*, esteticista, mecanico, tecnico, profesional, nombre del director, delegado, cobrador
    `,
    custom: `
      fecha, fecha alta, fecha de alta, alta, f alta, baja, fecha baja, ultima visita, ultima compra, ultima cita, proxima
      cita, fecha ultima visita, fecha ultima compra, fecha de registro, fecha registro, fecha de creacion, fecha
      creacion, fecha de *, fecha ultim*, total, total compras, total gastado, total facturado, importe*, saldo*, deuda*,
      precio*, compras, ventas, facturado, facturacion, gasto*, ticket medio, limite de credito, descuento*, dto, puntos,
      visitas, pedidos, situacion, activo, estado cliente, sexo, genero, edad, matricula*, vehiculo, marca, modelo,
      bastidor, color, iban, cuenta, cuenta bancaria, n cuenta, forma de pago, formas de pago, tarifa, horario*, ruta,
      codigo cliente, codigo de cliente, cod cliente, n cliente, numero cliente, numero de cliente, num cliente, nro
      cliente, no cliente, n socio, numero de socio, num socio, tarjeta, n tarjeta, numero de tarjeta, expediente, ficha,
      n ficha, historia, historia clinica, n historia, aniversario, hijos, conyuge, tratamiento, titulo, saludo,
      consentimiento*, rgpd, lopd, publicidad, newsletter, aficiones, iniciales, nombre del asistente, alergia*, tinte,
      servicio*, producto*, contraseña, dia de pago, dias de pago, vencimiento, contacto de emergencia, codigo pais,
      prefijo, idioma, nacionalidad, estado civil
    `,
  },
  noise: `
    personales, generales,
      de, del, la, el, los, las, y, o, e, u, para, en, su, sus, numero, num, nro, no, n, datos, dato, campo, al
    `,
  person: `
      cliente*, clienta*, contacto*, persona, paciente, socio, titular, alumno, usuario, propietario, dueño
    `,
  organisation: 'empresa*, compañia, organizacion, negocio, proveedor*, sociedad, tienda, local',
};
