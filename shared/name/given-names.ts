// Common given names, written as at home. They tell a given name from a family name where the order is unknown, so a
// rare name missing here costs little; a family name listed here by mistake would cost more.

export const nameLanguages = ['es', 'pt', 'el', 'ru', 'en'] as const;
export type NameLanguage = (typeof nameLanguages)[number];

export interface GivenNames {
  readonly female: readonly string[];
  readonly male: readonly string[];
}

const list = (words: string): readonly string[] => words.trim().split(/\s+/);

export const givenNames: Readonly<Record<NameLanguage, GivenNames>> = {
  es: {
    female: list(`María Carmen Ana Isabel Laura Cristina Marta Lucía Elena Pilar Dolores Josefa Rosa Antonia Paula Raquel Sara
      Mercedes Julia Beatriz Rosario Silvia Juana Teresa Irene Encarnación Patricia Montserrat Andrea Rocío Mónica Alba Ángela
      Sonia Alicia Sandra Susana Marina Margarita Yolanda Natalia Eva Inmaculada Claudia Ángeles Esther Verónica Noelia Nuria Núria
      Carolina Daniela Nerea Sofía Alejandra Luisa Catalina Gloria Valentina Begoña Consuelo Concepción Amparo Esperanza Lorena
      Miriam Lidia Fátima Olga Martina Victoria Emilia Remedios Ainhoa Aitana Adriana Aurora Blanca Celia Inés Itziar Leire
      Lourdes Magdalena Manuela Milagros Nieves Noemí Purificación Rebeca Trinidad Vanesa Virginia Gabriela Camila Ximena Jimena
      Guadalupe Valeria Mariana Fernanda Soledad Asunción Gema Maite Paloma Ariadna Belén Vega Candela Mari Lola Pepa Conchi Loli Nati`),
    male: list(`Antonio Manuel José Francisco David Juan Javier Daniel Carlos Jesús Alejandro Miguel Rafael Pedro Pablo Ángel Sergio
      Fernando Jorge Luis Alberto Álvaro Adrián Diego Raúl Iván Enrique Ramón Rubén Vicente Óscar Andrés Joaquín Santiago Víctor
      Eduardo Mario Roberto Jaime Marcos Ignacio Hugo Salvador Ricardo Jordi Emilio Guillermo Julián Gabriel Tomás Martín Nicolás
      Agustín Ismael Cristian Gonzalo Félix Joan Domingo Mariano Josep Samuel Alfonso Felipe Sebastián Iker César Héctor Lucas
      Aitor Gregorio Mateo Xavier Rodrigo Íñigo Iñigo Ander Unai Mikel Asier Eloy Esteban Ernesto Gerardo Germán Leandro Lorenzo
      Matías Maximiliano Mauricio Moisés Nacho Octavio Pascual Paco Pepe Bruno Camilo Claudio Cristóbal Damián Darío Fabián
      Facundo Federico Fermín Benjamín Bernardo Arturo Armando Aurelio Abel Bautista Leonardo Rogelio Simón Pau Marc`),
  },
  pt: {
    female:
      list(`Maria Ana Francisca Antônia Adriana Juliana Márcia Fernanda Patrícia Aline Sandra Camila Amanda Bruna Jéssica Letícia
      Júlia Luciana Vanessa Mariana Gabriela Vera Vitória Larissa Cláudia Beatriz Luana Rita Sônia Renata Eliane Josefa Simone
      Natália Cristiane Carla Débora Rosângela Jaqueline Rosa Daniela Aparecida Marlene Terezinha Raimunda Andréia Fabiana Lúcia
      Raquel Ângela Rafaela Joana Luzia Elaine Daniele Regina Daiane Alessandra Inês Conceição Helena Isabela Laura Manuela Sofia
      Alice Lorena Valentina Heloísa Yasmin Lívia Cecília Eduarda Marina Carolina Bianca Priscila Tatiane Viviane Michele Kelly
      Mônica Silvana Solange Sueli Thaís Teresa Catarina Graça Fátima Lurdes Madalena Margarida Matilde Leonor Filipa Marta
      Carmem Neusa Ivone Janaína Karina Milena Nicole Pâmela Roberta Rosana Sabrina Stephanie Tânia Célia Denise Flávia`),
    male: list(`José João Antônio Francisco Carlos Paulo Pedro Lucas Luiz Luís Marcos Gabriel Rafael Daniel Marcelo Bruno Eduardo Felipe
      Raimundo Rodrigo Manoel Manuel Mateus André Fernando Fábio Leonardo Gustavo Guilherme Leandro Tiago Thiago Anderson Ricardo
      Márcio Jorge Sebastião Alexandre Roberto Edson Diego Vitor Sérgio Cláudio Matheus Geraldo Adriano Luciano Júlio Renato Alex
      Vinícius Rogério Samuel Ronaldo Mário Flávio Douglas Igor Davi Jeferson Cícero Victor Miguel Robson Mauro Danilo Henrique
      Caio Reginaldo Joaquim Benedito Gilberto Marco Alan Nelson Cristiano Elias Wilson Valdir Emerson Luan David Renan Severino
      Fabrício Mauricio Jonas Gilmar Jean Fabiano Wesley Diogo Adilson Jair Alessandro Everton Osvaldo Gilson Willian Joel Silvio
      Hélio Rubens Nuno Rui Gonçalo Duarte Afonso Vasco Simão Tomás Martim Hugo Armando Otávio Heitor Arthur Bernardo Murilo`),
  },
  el: {
    female:
      list(`Μαρία Ελένη Αικατερίνη Βασιλική Σοφία Αγγελική Γεωργία Ευαγγελία Ιωάννα Δήμητρα Αναστασία Ευθυμία Παναγιώτα Ειρήνη
      Κωνσταντίνα Άννα Παρασκευή Φωτεινή Χρυσούλα Αλεξάνδρα Δέσποινα Ευφροσύνη Κυριακή Χριστίνα Θεοδώρα Καλλιόπη Αθανασία
      Σταυρούλα Αντωνία Ευτυχία Ελευθερία Στυλιανή Χαρίκλεια Μαρίνα Όλγα Σπυριδούλα Κατερίνα Κλειώ Ζωή Ευγενία Μαγδαληνή Νίκη
      Ράνια Ρένα Τασούλα Βίκυ Νατάσα Αφροδίτη Αθηνά Αρετή Αργυρώ Άρτεμις Βαρβάρα Βιολέτα Γαρυφαλλιά Δανάη Δάφνη Ελπίδα Ερμιόνη
      Ευανθία Ηλέκτρα Θάλεια Θεανώ Θεοφανία Ιουλία Ιφιγένεια Κατίνα Λαμπρινή Λίνα Λουκία Λυδία Μάρθα Μελίνα Μυρτώ Ναταλία Ξένια
      Πηνελόπη Πολυξένη Ρόζα Σμαράγδα Σωτηρία Τατιάνα Τριανταφυλλιά Φανή Φιλιώ Χαρά Χρυσάνθη Θεσσαλονίκη Ουρανία Νεφέλη`),
    male: list(`Γεώργιος Κωνσταντίνος Δημήτριος Ιωάννης Νικόλαος Παναγιώτης Βασίλειος Χρήστος Αθανάσιος Μιχαήλ Ευάγγελος Σπυρίδων
      Αντώνιος Αναστάσιος Θεόδωρος Ανδρέας Χαράλαμπος Αλέξανδρος Εμμανουήλ Ηλίας Σταύρος Πέτρος Στυλιανός Γιώργος Κώστας Δημήτρης
      Γιάννης Νίκος Βασίλης Θανάσης Μιχάλης Βαγγέλης Σπύρος Αντώνης Τάσος Θοδωρής Μπάμπης Αλέξης Μανώλης Στέλιος Παύλος Γρηγόριος
      Γρηγόρης Λάμπρος Σωτήριος Σωτήρης Ελευθέριος Λευτέρης Θωμάς Στέφανος Φώτιος Φώτης Απόστολος Αριστείδης Άρης Ραφαήλ Γαβριήλ
      Ιάκωβος Ματθαίος Λουκάς Μάρκος Σάββας Κυριάκος Χριστόφορος Ευστάθιος Στάθης Ευθύμιος Θύμιος Ζήσης Ηρακλής Θεμιστοκλής
      Θεοχάρης Ιάσων Ιάσονας Κλεάνθης Κοσμάς Λεωνίδας Λάζαρος Μενέλαος Μιλτιάδης Ορέστης Οδυσσέας Πάρις Περικλής Πάνος Πάνος
      Προκόπης Σίμος Σόλων Σωκράτης Τηλέμαχος Τιμόθεος Φίλιππος Φοίβος Χάρης Αχιλλέας Άγγελος Ανέστης Αργύρης Βίκτωρ Δαμιανός`),
  },
  ru: {
    female:
      list(`Анна Мария Елена Ольга Наталья Наталия Екатерина Анастасия Татьяна Ирина Светлана Юлия Марина Людмила Галина Дарья
      Александра Ксения Виктория Валентина Надежда Любовь Вера Нина Лариса Тамара Евгения Алла Полина Алина Кристина Алёна Елизавета
      София Софья Оксана Вероника Яна Диана Маргарита Лидия Зоя Раиса Инна Жанна Карина Эльвира Арина Варвара Василиса Милана Ева
      Алиса Ульяна Кира Таисия Злата Камила Регина Римма Роза Снежана Тереза Фаина Эмма Юлиана Ярослава Антонина Клавдия Зинаида
      Лилия Майя Мила Мирослава Нелли Нона Олеся Пелагея Серафима Стефания Ангелина Анжела Агата Ася Богдана Владислава Гульнара
      Динара Лейла Айгуль Альбина Венера Рената Наташа Катя Маша Лена Оля Света Таня Настя Даша Ира Юля Лёля`),
    male: list(`Александр Сергей Андрей Алексей Дмитрий Михаил Иван Евгений Владимир Максим Николай Павел Роман Денис Антон Игорь Юрий
      Олег Виктор Артём Артем Илья Константин Кирилл Вадим Станислав Валерий Виталий Анатолий Никита Егор Вячеслав Борис Даниил
      Данила Пётр Григорий Василий Геннадий Руслан Тимур Леонид Владислав Глеб Степан Матвей Тимофей Фёдор Федор Семён Семен
      Георгий Лев Марк Арсений Ярослав Богдан Святослав Ростислав Эдуард Артур Аркадий Валентин Захар Макар Марат Мирон Назар
      Платон Прохор Ренат Рустам Савелий Филипп Эмиль Эрик Яков Ян Ильдар Камиль Ринат Альберт Вениамин Всеволод Герман Давид
      Демид Ефим Иннокентий Иосиф Клим Лука Мстислав Родион Роберт Тарас Трофим Харитон Азат Айрат Али Саша Дима Лёша Миша Женя
      Коля Вова Паша Серёжа Юра Витя Толя Слава Гена Боря Федя Петя`),
  },
  en: {
    female:
      list(`Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Nancy Lisa Margaret Betty Sandra Ashley Dorothy
      Kimberly Emily Donna Michelle Carol Amanda Melissa Deborah Stephanie Rebecca Laura Sharon Cynthia Kathleen Amy Shirley Anna
      Angela Ruth Brenda Pamela Nicole Katherine Samantha Christine Emma Catherine Virginia Debra Rachel Carolyn Janet Maria Heather
      Diane Julie Joyce Victoria Kelly Christina Joan Evelyn Lauren Judith Olivia Frances Martha Cheryl Megan Andrea Hannah
      Jacqueline Ann Jean Alice Kathryn Gloria Teresa Sara Janice Julia Grace Judy Theresa Beverly Denise Marilyn Amber Danielle
      Brittany Diana Abigail Jane Lori Chloe Sophie Charlotte Lucy Poppy Freya Isla Imogen Holly Gemma Fiona Aisling Siobhan`),
    male: list(`James John Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony Mark Donald Steven
      Paul Andrew Joshua Kenneth Kevin Brian George Edward Ronald Timothy Jason Jeffrey Ryan Jacob Gary Nicholas Eric Jonathan Stephen
      Larry Justin Scott Brandon Benjamin Samuel Frank Gregory Raymond Alexander Patrick Jack Dennis Jerry Tyler Aaron Jose Henry
      Adam Douglas Nathan Peter Zachary Kyle Walter Harold Jeremy Ethan Carl Keith Roger Gerald Christian Terry Sean Arthur Austin
      Noah Lawrence Jesse Joe Bryan Billy Jordan Albert Dylan Bruce Willie Gabriel Alan Juan Logan Wayne Ralph Roy Eugene Randy
      Vincent Russell Louis Philip Bobby Johnny Bradley Oliver Harry Charlie Alfie Oscar Liam Callum Rory Hamish Nigel Graham Simon`),
  },
};
