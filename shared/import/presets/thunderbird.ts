import type { Preset } from './preset.ts';

export const thunderbird: Preset = {
  id: 'thunderbird',
  marks: [
    'First Name, Last Name, Display Name, Primary Email',
    'Nombre, Apellidos, Nombre a mostrar, Correo primario',
    'Nombre, Apellidos, Nombre mostrado, Dirección de correo principal',
    'Nombre, Apellidos, Nombre para mostrar, Correo electrónico primario',
    'Primeiro nome, Apelido, Nome a mostrar, Email principal',
    'Nome, Sobrenome, Nome de exibição, Email primário',
    'Όνομα, Επώνυμο, Εμφανιζόμενο όνομα',
    'Имя, Фамилия, Отображать как',
    'Имя, Фамилия, Отображаемое имя',
  ],
  subject: 'auto',
  columns: `
    Display Name = fullName
    Nombre a mostrar = fullName
    Nombre mostrado = fullName
    Nombre para mostrar = fullName
    Nome a mostrar = fullName
    Nome de exibição = fullName
    Εμφανιζόμενο όνομα = fullName
    Отображать как = fullName
    Отображаемое имя = fullName
    Apelido = familyName
    Primary Email = email
    Secondary Email = email#2
    Screen Name = messenger
    Имя в чате = messenger
    Pager Number = phone:pager
    Home Address = address.street:home
    Home Address 2 = address.street:home
    Home City = address.city:home
    Home State = address.region:home
    Home ZipCode = address.postalCode:home
    Home Country = address.country:home
    Work Address = address.street:work
    Work Address 2 = address.street:work
    Work City = address.city:work
    Work State = address.region:work
    Work ZipCode = address.postalCode:work
    Work Country = address.country:work
    Organization = companyName
    Web Page 1 = webPage:work
    Web Page 2 = webPage:home
    Birth Year = custom
    Birth Month = custom
    Birth Day = custom
    Custom # = notes
  `,
};
