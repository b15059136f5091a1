import type { Preset } from './preset.ts';

/** Outlook and Outlook.com write their headers in the language of the installation, and mix it with English at that. */
export const outlook: Preset = {
  id: 'outlook',
  marks: [
    'First Name, Last Name, E-mail Address, Business Phone',
    'First Name, Last Name, E-mail Address, Mobile Phone',
    'First Name, Last Name, Business Street, Home Street',
    'First Name, Last Name, E-mail 2 Address',
    'Nombre, Apellidos, Calle del trabajo',
    'Nombre, Apellidos, Teléfono del trabajo, Otro teléfono',
    'Nombre, Apellidos, Teléfono móvil, Teléfono particular',
    'Nombre, Apellidos, Dirección de correo electrónico 2',
    'Primeiro nome, Apelido, Telemóvel, Telefone da empresa',
    'Primeiro nome, Apelido, Endereço de correio electrónico',
    'Nome, Sobrenome, Telefone celular, Telefone comercial',
    'Nome, Sobrenome, Endereço de email, Telefone comercial',
    'Nome, Sobrenome, Rua do endereço comercial',
    'Όνομα, Επώνυμο, Τηλέφωνο εργασίας, Κινητό τηλέφωνο',
    'Όνομα, Επώνυμο, Οδός εργασίας',
    'Επώνυμο Yomi, Όνομα Yomi, E-mail Address',
    'Имя, Отчество, Фамилия, Телефон переносной',
    'Имя, Отчество, Фамилия, Рабочий телефон, Суффикс',
    'Имя, Фамилия, Адрес эл. почты, Рабочий телефон',
  ],
  subject: 'auto',
  columns: `
    Title = custom
    Título = custom
    Обращение = custom
    Suffix = custom
    Middle Name = middleName
    Apelido = familyName
    Outros nomes/apelidos = middleName
    Nome do meio = middleName
    Business Address PO Box = address.poBox:work
    Home Address PO Box = address.poBox:home
    Other Address PO Box = address.poBox:other
    Home ZIP = address.postalCode:home
    Work ZIP = address.postalCode:work
    Apartado postal de la dirección del trabajo = address.poBox:work
    Apartado postal de la dirección personal = address.poBox:home
    Otro apartado postal = address.poBox:other
    Calle del domicilio = address.street:home
    Ciudad del domicilio = address.city:home
    Código postal del domicilio = address.postalCode:home
    País o región del domicilio = address.country:home
    Rua da empresa = address.street:work
    Localidade da empresa = address.city:work
    Distrito da empresa = address.region:work
    Código postal da empresa = address.postalCode:work
    País/Região da Empresa = address.country:work
    Rua da residência = address.street:home
    Localidade da residência = address.city:home
    Distrito da residência = address.region:home
    Código postal da residência = address.postalCode:home
    País da Residência/Região = address.country:home
    Rua do outro endereço = address.street:other
    Localidade do outro endereço = address.city:other
    Distrito do outro endereço = address.region:other
    Apartado da residência = address.poBox:home
    Apartado do outro endereço = address.poBox:other
    Rua do endereço comercial = address.street:work
    Cidade do endereço comercial = address.city:work
    Estado do endereço comercial = address.region:work
    CEP do endereço comercial = address.postalCode:work
    País do endereço comercial = address.country:work
    Rua do endereço residencial = address.street:home
    Cidade do endereço residencial = address.city:home
    Estado do endereço residencial = address.region:home
    CEP do endereço residencial = address.postalCode:home
    País do endereço residencial = address.country:home
    Τ.Θ. διεύθυνσης οικίας = address.poBox:home
    Τ.Θ. άλλης διεύθυνσης = address.poBox:other
    Почтовый ящик (раб. адрес) = address.poBox:work
    Почтовый ящик (дом. адрес) = address.poBox:home
    Почтовый ящик (другой адрес) = address.poBox:other
    Почтовый код (дом.) = address.postalCode:home
    Particular = phone:home
    2º telefone da residência = phone:home#2
    2º telefone da empresa = phone:work#2
    Telefone da empresa = phone:work
    Telefone da residência = phone:home
    Tel. de resposta = phone:other
    Callback = phone:other
    Devolución de llamada = phone:other
    Обратный вызов = phone:other
    Телефон переносной = phone:mobile
    Número de centralita de la organización = phone:main@company
    Company Main Phone = phone:main@company
    Telefone principal da empresa = phone:main@company
    Основной телефон организации = phone:main@company
    Assistant's Phone = phone:assistant
    Telefone do assistente = phone:assistente
    Categories = tags
    Categorías = tags
    Категории = tags
    Account = custom
    Organización = companyName
    Compañía = companyName
    Empresa = companyName
    Company = companyName
    Организация = companyName
    Puesto = jobTitle
    Cargo = jobTitle
    Profession = custom
    Profesión = custom
    Profissão = custom
    Профессия = custom
    Department = department
    Government ID Number = taxId
    Личный код = taxId
    Manager's Name = custom
    Руководитель = custom
    Birthday = birthday
    Anniversary = custom
    E-mail Type = ignore
    E-mail # Type = ignore
    E-mail Display Name = ignore
    E-mail # Display Name = ignore
    Tipo de correo electrónico = ignore
    Tipo de correo electrónico # = ignore
    Nombre de pantalla de correo electrónico = ignore
    Nombre de pantalla de correo electrónico # = ignore
    Nombre para mostrar del correo electrónico = ignore
    Nombre para mostrar del correo electrónico # = ignore
    Tipo de correio electrónico = ignore
    Tipo de correio electrónico # = ignore
    Nome a apresentar para o correio electrónico = ignore
    Nome a apresentar para o correio electrónico # = ignore
    Nome para Exibição do Email = ignore
    Nome para Exibição do Email # = ignore
    Tipo de Email = ignore
    Tipo de Email # = ignore
    Тип эл. почты = ignore
    Тип # эл. почты = ignore
    Краткое имя эл. почты = ignore
    Краткое # имя эл. почты = ignore
    Internet Free Busy = ignore
    Directory Server = ignore
    Priority = ignore
    Prioridad = ignore
    Prioridade = ignore
    Важность = ignore
    Private = ignore
    Privado = ignore
    Частное = ignore
    Sensitivity = ignore
    Confidencialidad = ignore
    Confidencialidade = ignore
    Пометка = ignore
    Gender = ignore
    Initials = ignore
    Iniciales = ignore
    Iniciais = ignore
    Инициалы = ignore
    Company Yomi = ignore
    Given Yomi = ignore
    Surname Yomi = ignore
    Compañía Yomi = ignore
    Yomi especificada = ignore
    Apellido Yomi = ignore
    Επώνυμο Yomi = ignore
    Όνομα Yomi = ignore
    Location = custom
    Office Location = custom
    Language = ignore
  `,
};
