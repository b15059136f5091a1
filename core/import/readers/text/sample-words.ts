// Words as they stand in lists of customers (names, places, headers, notes), from which letter statistics are made.
// Only the sequences of letters matter, so that frequent endings and beginnings count more than completeness.

const russian = `иванов иванова смирнов кузнецов попов васильев петров соколов михайлов новиков федоров морозов волков алексеев
лебедев семенов егоров павлов козлов степанов николаев орлов андреев макаров никитин захаров зайцев соловьев борисов яковлев
григорьев романов воробьев сергеев кузьмин фролов александров дмитриев королев гусев киселев ильин максимов поляков сорокин
виноградов ковалев белов медведев антонов тарасов жуков баранов филиппов комаров давыдов беляев герасимов богданов осипов
сидоров матвеев титов марков миронов крылов куликов карпов власов мельников денисов гаврилов тихонов казаков афанасьев данилов
савельев тимофеев фомин чернов абрамов мартынов ефимов федотов щербаков назаров калинин исаев чернышев быков маслов родионов
коновалов лазарев воронин климов филатов пономарев голубев кудрявцев прохоров наумов потапов журавлев овчинников трофимов
леонов соболев ермаков колесников гончаров емельянов никифоров грачев котов гришин ефремов архипов громов кириллов малышев
панов моисеев румянцев акимов кондратьев бирюков горбунов анисимов еремин тихомиров галкин лукьянов михеев скворцов юдин
белоусов нестеров симонов прокофьев харитонов князев цветков левин митрофанов воронов аксенов софронов мальцев логинов горшков
шевченко ткаченко бондаренко коваленко кравченко александр сергей дмитрий андрей алексей максим евгений владимир иван михаил
николай юрий виктор олег игорь павел роман артем денис антон анна мария елена ольга наталья татьяна ирина екатерина светлана
юлия анастасия людмила галина надежда валентина любовь дарья ксения виктория алена александровна сергеевна владимировна
николаевна ивановна михайловна викторовна анатольевна юрьевна алексеевич сергеевич иванович владимирович николаевич петрович
щербакова алексеевна подъезд объект съезд ёлкина пётр семён артём королёв фёдоров москва санкт петербург казань екатеринбург
новосибирск нижний новгород самара омск челябинск ростов уфа красноярск воронеж пермь волгоград краснодар улица проспект дом
квартира город область район телефон почта имя фамилия отчество адрес дата рождения примечание комментарий клиент контрагент
покупатель организация наименование компания должность магазин салон красота ооо общество ограниченной ответственностью зао
пао ип индивидуальный предприниматель инн кпп сумма скидка заказ товар доставка постоянный звонить после просит не в на с по
и от до или для есть нет да рабочий мобильный домашний группа источник реклама сайт знакомые день понедельник январь февраль
это как что был быть который весь свой мочь сказать такой один другой время очень когда только человек год дело жизнь рука
эдуард элина эльвира ахмедов магомедов хасанов гусейнов оглы кызы шамиль айрат ильдар`;

const ukrainian = `шевченко мельник бондаренко ткаченко коваленко олійник кравченко поліщук лисенко їжак євген київ харків львів
одеса дніпро україна вулиця місто область телефон ім'я прізвище юлія сергій андрій олексій дмитро наталія вікторія олена тетяна
ірина марія надія святослав ярослав ігорович іванівна миколайович постійний клієнт знижка замовлення від до що це які ґанок
беларусь мінск ўладзімір ёсць вуліца`;

const bulgarian = `иванов георгиев димитров петров николов христов стоянов тодоров илиев ангелов желязков българия софия пловдив
варна бургас улица град телефон клиент петков йорданов щерев цветанов снежана десислава гергана ръка първи съм`;

const greek = `παπαδόπουλος παπαδοπούλου βλάχος βλάχου αγγελόπουλος αγγελοπούλου νικολαΐδης νικολαΐδου γεωργίου παπανικολάου
δημητρίου ιωάννου κωνσταντίνου παναγιώτου χριστοδούλου οικονόμου παππάς παππά καραγιάννης μακρής γιαννόπουλος θεοδωρίδης
αθανασίου αλεξίου βασιλείου κωνσταντινίδης παπαγεωργίου αντωνίου σταματοπούλου τσακίρης ζαχαρίου λυμπέρης φωτίου
κωνσταντίνος γιώργος γεώργιος δημήτρης δημήτριος γιάννης ιωάννης νίκος νικόλαος κώστας παναγιώτης βασίλης βασίλειος χρήστος
χρήστου αθανάσιος θανάσης μιχάλης μιχαήλ ευάγγελος βαγγέλης σπύρος σπυρίδων αντώνης αναστάσιος τάσος θεόδωρος ανδρέας
χαράλαμπος αλέξανδρος εμμανουήλ μανώλης ηλίας σταύρος πέτρος σωτήρης στέλιος ελευθέριος απόστολος φώτης γρηγόρης άγγελος
μαρία ελένη κατερίνα αικατερίνη βασιλική σοφία αγγελική γεωργία ευαγγελία ιωάννα δήμητρα αναστασία παρασκευή ειρήνη χριστίνα
αλεξάνδρα άννα ευτυχία δέσποινα κυριακή θεοδώρα ευφροσύνη ζωή χρυσούλα φωτεινή ουρανία στυλιανή όλγα ίρις ελισάβετ
αθήνα θεσσαλονίκη πάτρα ηράκλειο λάρισα βόλος ιωάννινα χανιά ρόδος καβάλα κέρκυρα πειραιάς περιστέρι γλυφάδα μαρούσι χαλάνδρι
κύπρος λευκωσία λεμεσός λάρνακα οδός λεωφόρος αριθμός πόλη διεύθυνση ταχυδρομικός κώδικας τηλέφωνο κινητό σταθερό επώνυμο όνομα
ονοματεπώνυμο πατρώνυμο επωνυμία εταιρεία επάγγελμα πελάτης πελάτες πελάτισσα παρατηρήσεις σχόλια ημερομηνία γέννησης ηλικία
σύνολο έκπτωση παραγγελία υπόλοιπο καλός παλιός νέος τακτικός προτιμά μόνο μετά τις πρωί απόγευμα φίλη από σύσταση γάμος
αφμ δου εφορία άγιος αγία νέα παλαιό κέντρο του της των και στο στην για με δεν είναι θα να που ή ένα μία όχι ναι
κατάστημα κομμωτήριο αισθητική βαφή κούρεμα ραντεβού ώρα ημέρα δευτέρα τρίτη τετάρτη πέμπτη σάββατο ευχαριστώ`;

const spanish = `garcía gonzález rodríguez fernández lópez martínez sánchez pérez gómez martín jiménez ruiz hernández díaz
álvarez muñoz gutiérrez ramírez vázquez suárez domínguez ibáñez núñez méndez peña ordóñez yáñez cañizares agüero argüelles
sáez báez ávila márquez velázquez estévez galán román germán iñigo íñigo begoña núria óscar ángel ángela ángeles andrés jesús
josé maría lucía sofía raúl rubén víctor martín iván adrián sebastián fabián julián tomás nicolás inés belén rocío concepción
asunción encarnación ramón simón joaquín agustín mónica verónica bárbara álvaro íker úrsula muñiz castaño quiñones zúñiga
cádiz málaga córdoba almería jaén león ávila cáceres mérida coruña logroño alcalá españa méxico bogotá medellín perú panamá
teléfono móvil correo electrónico dirección población código razón número nº año años cumpleaños observaciones última compañía
línea información niño niña señor señora señorita mañana después también sólo está más día sí qué cómo cuándo peluquería
depilación uñas tamaño pequeño español baño pingüino cigüeña vergüenza ción sión ía ós és án én ín`;

const portuguese = `araújo assunção gonçalves conceição simões sebastião joão magalhães guimarães brandão falcão leitão
gusmão mourão romão galvão damião estêvão antônio antónio josé márcia márcio cláudia cláudio vitória luís luísa inês tânia
patrícia lúcia júlia júlio fábio flávia flávio sérgio rogério andré andréia célia sônia mônica verônica angélica bárbara débora
érica ângela ângelo césar vinícius otávio estefânia ígor íris são paulo brasília goiânia belém maceió cuiabá florianópolis
ribeirão preto vitória macapá niterói paraná ceará amazônia maranhão piauí espírito santo coimbra évora setúbal guimarães bragança
praça avenida são número endereço telefone observação observações última visita médio descrição relação situação informação
promoção preço não amanhã manhã irmã irmão mãe pão avó avô você também já até às é à ção ções ão ões ães ês ú í preferência
alergia amônia atenção coração serviço cabeça força moça lençol açúcar açaí tênis bônus português câmara lâmpada pêssego`;

const french = `françois françoise hélène jérôme stéphane stéphanie céline émilie élodie andré rené renée gérard frédéric sébastien
mickaël joël noël zoé chloé léa thérèse geneviève benoît loïc garçon leçon prénom téléphone société adresse numéro remarque
déjà très après être élève école hôtel fête île août préféré château crème forêt lefèvre müller béatrice aurélie légère`;

const german = `müller schäfer schröder köhler krüger könig böhm jäger günther jürgen björn jörg käthe völker grün straße größe
münchen köln düsseldorf nürnberg lübeck österreich zürich für über möchte früh schön weiß fußpflege geschäft gebühr größer
bäcker hübner löffler mädchen wünscht rückruf übergabe ärztin öffnung änderung ümit`;

const otherWestern = `niccolò nicolò cantù forlì però perché città università libertà più così martì montserrat núria àngel
barça vilanova girona sjöberg lindström åkesson åsa östberg björk malmö göteborg københavn ærø sørensen jørgensen kjær øyvind
tromsø nguyễn zoë brontë daniël michaël façade naïve café señor crêpe`;

const polish = `wiśniewski wójcik kamiński lewandowski zieliński szymański woźniak dąbrowski kozłowski jabłoński wojciechowski
król piotrowski grabowski pawłowski michalski zając wróbel jasiński stępień górski rutkowski sikora ostrowski duda szewczyk
pietrzak wróblewski głowacki zakrzewski sokołowski łukasz paweł michał stanisław władysław bogusław mirosław małgorzata
agnieszka elżbieta bożena józef józefa grażyna zdzisław świętosław żaneta łódź kraków poznań wrocław gdańsk toruń rzeszów białystok
częstochowa ulica imię nazwisko telefon adres województwo mieście będzie się również że są więc można być dziękuję łąka żółć
proszę dzwonić później źle ćwierć ślub święto ość ów ą ę ł ń ś ż ź`;

const czechSlovak = `novák novotný dvořák černý procházka kučera veselý horák němec pokorný marek pospíšil hájek král jelínek
růžička beneš fiala sedláček doležal zeman kolář navrátil čermák vaněk urban blažek kříž kováč horváth varga tóth molnár balog
lukáč šimek kočí říha jiří tomáš ondřej matěj lukáš jaroslav zdeněk stanislav františek václav miloš aleš řehoř lenka věra
kateřina alžběta markéta zuzana šárka ľubomír ľudmila božena plzeň třebíč české budějovice žilina košice prešov trenčín nitra
příjmení jméno ulice město poznámka zákazník číslo účet děkuji můžete ještě také že být není už ří ště ů ě č š ž ť ď ň ľ`;

const hungarian = `nagy kovács tóth szabó horváth varga kiss molnár németh farkas balogh papp takács juhász lakatos mészáros
oláh simon rácz fekete szilágyi török fehér balázs gál szűcs kocsis fodor pintér székely győr győző lászló istván józsef jános
zoltán sándor gábor mihály györgy jenő ernő dezső rezső erzsébet ilona éva katalin anikó ágnes zsófia hegedűs vezetéknév
keresztnév cím utca város megjegyzés telefonszám ügyfél születési idő köszönöm hétfő fő ő ű ból ből nő`;

const balkan = `popescu ionescu ștefan ţepeş şerban bălan câmpeanu mănescu țurcanu ștefănescu gheorghiță brașov iași timişoara
bucurești bucureşti județ telefon oraș oraş stradă însă când până fără și şi în după românia horvat kovačević babić marić jurić
novak knežević vuković marković petrović matić pavlović božić blažević perić tomić šimić grgić pavić radić šarić lončar đurić
đorđe nikolić jovanović milošević stanković živković šibenik čakovec ćosić međimurje županja priština ljubljana žužemberk jože`;

/** Sample words by family of letters; each family is judged against the encodings that can write it. */
export const sampleWords = {
  cyrillic: [russian, ukrainian, bulgarian],
  greek: [greek],
  western: [spanish, portuguese, french, german, otherWestern],
  central: [polish, czechSlovak, hungarian, balkan],
} as const;
export type LetterFamily = keyof typeof sampleWords;
