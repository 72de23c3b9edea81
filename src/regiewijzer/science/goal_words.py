"""Which words of a goal speak of the same thing? Themes, people and ways of Flemish local policy; the lists are ours.

A pattern is a word, or words joined by `_`; `*` stands for any letters, so that a compound is found by its part
(`*opvang` finds *kinderopvang*). What a list does not know is compared by its stem (likeness.py).
"""

from collections.abc import Mapping

Patterns = Mapping[str, str]

# What a goal is about: two goals that name other themes are other goals, whatever words they share.
THEMES: Patterns = {
    "childcare": "kinderopvang* opvangplaats* opvangplek* crèche* creche* kribbe* onthaalouder* onthaalmoeder* "
    "kinderdagverblij* babyopvang peuteropvang *opvanginitiatief* opvang_voor_baby* opvang_voor_peuter* "
    "opvang_van_baby* opvang_van_jonge_kinderen opvang_op_ongewone_uren flexibele_opvang occasionele_opvang",
    "after_school": "naschools* buitenschools* voorschoolse_opvang opvang_na_school na_schooltijd na_de_school "
    "nabewaking voor-_en_naschools* woensdagnamiddag* schoolopvang *bko bkox",
    "parenting": "opvoed* huis*_van_het_kind consultatiebureau* gezinsondersteun* opgroei* kraamzorg* kraamperiode "
    "zwanger* pasgeboren* geboorte* eerste_duizend_dagen jonge_ouders perinata* *borstvoeding*",
    "toddler_school": "kleuterparticipatie kleuteronderwijs kleuterschool* kleuterklas* instapklas* "
    "kleuters_die_nog_niet kleuters_naar_school *aanwezig*_kleuter* instapper* overgang_naar_het_eerste_leerjaar",
    "school_dropout": "schooluitval* schoolverlat* vroegtijdig*_schoolverlat* zonder_diploma ongekwalificeerd* "
    "spijbel* afhak* afhaken afhaakt* drop-out* uitvallers schoolmoe* verlaten_het_secundair "
    "verlaten_de_school *zonder_getuigschrift* *kwalificatie* diploma* *time-out* naft problematische_afwezig* "
    "van_de_schoolbanken schoolloopbaan*",
    "adult_education": "tweedekansonderwijs volwassenenonderwijs basiseducatie levenslang_leren avondonderwijs "
    "*centrum_voor_volwassenen*",
    "school_costs": "schoolkost* schoolrekening* schoolfactu* onbetaalde_rekening* maximumfactuur schooltoelage* "
    "schoolreis* kosten_van_de_school kosten_op_school wat_school_kost *schoolgeld*",
    "homework": "huiswerk* studiebegeleid* huiswerkklas* studieondersteun* bijles* leerhulp studeren_na_school",
    "school_choice": "inschrijv* schoolkeuze sociale_mix_op_school* segregatie schoolsegregatie "
    "lokaal_overlegplatform dubbele_contingentering aanmeld*",
    "school_care": "leerzorg zorg_op_school zorgleerling* inclusief_onderwijs buitengewoon_onderwijs "
    "leersteuncentr* dyslexie leerstoornis* leermoeilijk* leerachterstand* ontwikkelingsachterstand*",
    "parents_school": "ouderbetrokken* ouders_en_school ouders_op_school brieven_van_de_school rapport_van_de_school "
    "brieven_en_het_rapport schoolteam* oudercontact* brugfiguur* drempel_van_de_school",
    "teachers": "lerarentekort* leerkrachtentekort* tekort_aan_leerkracht* tekort_aan_leraren zij-instromer*",
    "bullying": "pest* gepest* cyberpest* uitgesloten_op_school",
    "language": "taalachterstand* taalstimul* taalverwerv* nederlands_leren leren_nederlands nederlands_oefen* "
    "oefenkans* taalles* taaloefen* praattafel* conversatie* taalbad* moedertaal* thuistaal* meertalig* "
    "taalontwikkeling taalvaardig* taalbeleid spreken_nederlands nederlandse_taal kennis_van_het_nederlands "
    "taal_van_de_kinderen de_taal_leren les_nederlands cursus_nederlands",
    "literacy": "laaggelet* *geletterd* analfab* leren_lezen lezen,_schrijven lezen_en_schrijven schrijven_en_reken* "
    "brieven_en_formulieren moeilijk_lezen",
    "reading": "leesplezier leesbevorder* voorlez* voorlees* *bibliothe* boeken *boekstart* leesclub* bieb "
    "leesvaardig* leesmotivatie graag_lezen",
    "digital_inclusion": "digitale_inclusie e-inclusie digitaal_achter* digibank* digipunt* digitale_kloof "
    "*zonder_computer* zonder_internet digitale_vaardig* digitale_drempel* digitale_uitsluit* digitaal_mee "
    "mee_online online_mee digitaal_onhandig* digistart* *smartphone* *laptop* digitaal_vaardig* digitaal_zelfstandig "
    "overweg_met_een_computer online_loket*_gebruik* digidokter* internetverbinding computerles*",
    "cybersecurity": "digitale_inbra* digitaal_inbre* hacker* gehackt cyberaanval* cyberveilig* informatieveilig* "
    "phishing gegevensbescherm* gegevens_van_inwoners servers wachtwoord* datalek* internetoplicht* cybercrim*",
    "food": "voedselhulp* voedselverde* voedseloverschot* voedselbank* sociale_kruidenier* sociale_supermarkt* "
    "voedselverlies voedselverspil* onverkochte_voeding voedselpakket* voedselnood *honger* brooddo* niet_genoeg_te_eten "
    "soep_op_school schoolmaaltijd* warme_maaltijd*_op_school sociaal_restaurant* *maaltijdbedeling verdeelpunt* "
    "voldoende_te_eten genoeg_eten",
    "poverty": "armoede* kinderarmoede* kansarm* arm_gezin* verarming_van_*gezin* armoedebestrijd* "
    "armoederisico* eindjes_aan_elkaar rondkomen rondkomt komt_rond moeilijk_rond generatiearmoede",
    "debt": "schuld* budgethulp budgetbegeleid* budgetbeheer deurwaarder* betaalproblem* betalingsproblem* "
    "betalingsachterstand* achterstallig* rekeningen_niet_betal* afbetal* invordering* betalingsmoeilijk* "
    "financiële_problemen financieel_in_de_problemen geldzorgen overmatige_schuldenlast facturen_niet "
    "*collectieve_schuldenregeling*",
    "rights": "onderbescherm* rechten_toekennen automatisch_toe* automatische_toekenning rechten_automatisch rechtenver* "
    "rechten_ver* sociale_rechten recht_heeft_op rechten_uitput* uitputten_van_rechten rechten_op_te_nemen "
    "niet-gebruik_van_rechten non-take-up tegemoetkoming* premie* waar_ze_recht_op waarop_ze_recht sociale_voordelen "
    "geïntegreerd_breed_onthaal breed_onthaal gbo grondrechten rechtendetect* proactief*_rechten steun_waar",
    "water": "drinkwater* waterfactuur waterschuld* kraanwater aansluiting_op_water",
    "energy_poverty": "energiearmoede energiefactuur* energiekost* energiescan* afgesloten_van_*stroom* energierekening* "
    "budgetmeter* *stookkost* verwarmen_betal* kou_zitten koude_woning* warm_wonen gas_en_elektriciteit "
    "elektriciteitsrekening* huis_warm kunnen_verwarmen",
    "renovation": "renov* isol* energiezuinig* *energielening* noodkoop* energiehuis* dakisolatie zonnepane* "
    "warmtepomp* verduurzam*_wonin* energieverbruik_van_wonin* woningpas",
    "climate": "klimaat* co2* uitstoot broeikasgas* hernieuwbare* energietransitie energiegemeenschap* "
    "windmolen* warmtenet* fossiel* klimaatneutraal*",
    "heat": "hitte* droogte verkoel* schaduw warme_dagen warmteplan*",
    "flood": "wateroverlast overstrom* onder_water hevige_regen regenwater* ontharden onthard* hemelwater* "
    "infiltr* buffer*",
    "nature": "natuur* biodivers* bermen bomen *groen* bloemen bijen bossen bos vergroen* insecten poelen "
    "trage_wegen landschap* parken moestuin* volkstuin*",
    "agriculture": "landbouw* boer* boeren boerderij* stikstof akker* korte_keten veehouder* hoeveproduct*",
    "waste": "zwerfvuil zwerfafval sluikstort* afval* restafval vuilnis* recycla* recyclage sorter* containerpark* "
    "netheid propere_straten *vuilbak* peuken",
    "repair": "repair* herstelpunt* kapotte_toestel* hergebruik* kringwinkel* tweedehands* circulair* weggeefwinkel* "
    "deelgereedschap spullen_delen deeleconomie uitleendienst* weggegooid",
    "housing_quality": "woningkwaliteit woonkwaliteit *ongezonde*huurhuiz* huisjesmelk* krot* verkrot* vochtig* "
    "conformiteitsattest* slechte_wonin* onbewoonbaar* *ongezonde*_wonin* kwaliteitsnorm* normen_voor_gezondheid "
    "gezonde_en_veilige_wonin* ondermaats*_wonin* huurwoning* huurhuiz* verhuurder* schimmel private_huur* "
    "brandveilig*_wonin*",
    "social_housing": "sociale_huur* sociale_wonin* sociaal_wonen woonmaatschappij* sociaal_verhuurkantoor* "
    "betaalbaar_wonen betaalbare_wonin* betaalbare_huurwonin* wooncrisis woonnood sociale_huisvesting "
    "woonprijs* huurprijs* betaalbaar_huren betaalbaar_een_huis betaalbaar_dak woonbeleid *huursubsidie* "
    "bescheiden_woon* betaalbare_woonst",
    "homelessness": "dakloos* thuisloos* dak-_en_thuislo* op_straat_slapen slaapt_op_straat leeft*op_straat "
    "leven_op_straat slapen_op_straat leeft_er_niemand_meer_op_straat leeft_niemand_meer_op_straat nachtopvang* "
    "winteropvang* housing_first geen_dak zonder_dak sofaslaper* uithuiszet* uit_huis_gezet* noodwoning* "
    "crisisopvang doorgangswoning* transitwoning* instapwoning* woonst_verlie* woning_verlie* briefadres*",
    "vacancy_housing": "leegstand* leegstaand* leeg_staan staat_leeg verwaarloosde_pand* tweede_verblij*",
    "travellers": "woonwagen* standplaats* doortrekkersterrein*",
    "housing_elderly": "assistentiewoning* levenslang_wonen aangepast_wonen cohous* samenhuizen kangoeroewon* "
    "woonzorgzone* aanpasbaar_wonen aangepaste_woning*",
    "neighbour_conflict": "burenbemiddel* burenruzie* burenconflict* ruzie*_tussen_buren buren_met_een_conflict "
    "conflicten_tussen_buren relaties_tussen_buren bemiddel* samenlevingsproblem*",
    "loneliness": "eenza* vereenzam* sociaal_isolement geïsoleerd* isolement alleen_zitten kletscafé* ontmoetingsplek* "
    "ontmoetingskans* niemand_alleen sociale_contacten sociaal_contact buddywerk* bezoekvrijwillig* praatje "
    "niemand_om_mee_te_praten aanspraak elkaar_leren_kennen leren_elkaar_kennen lotgenoten* vriendschap* "
    "sociaal_netwerk dagen_niemand_spreken geen_bezoek",
    "community": "buurtwerk* buurtzorg* zorgzame_buur* zorgzame_dorp* samenhorig* buurthulp burenhulp buurtcomité* "
    "sociale_cohesie samenleven buurtfeest* buurtgericht* leefbare_buurt* wijkwerking* burenfeest* "
    "buren_helpen_elkaar buurt_voor_elkaar omkijken_naar zorg_voor_elkaar samenlevingsopbouw wijkcontract*",
    "home_care": "thuiszorg* thuisverpleg* thuishulp gezinszorg thuis_wonen thuis_oud langer_thuis zelfstandig_thuis "
    "in_hun_eigen_huis eigen_woning_blijven thuis_blijven_wonen langer_zelfstandig poetshulp zorg_aan_huis "
    "vertrouwde_omgeving_oud oud_worden zo_lang_mogelijk_thuis in_eigen_huis_blijven",
    "nursing_home": "woonzorgcentr* rusthui* rustoord* kortverblijf serviceflat* dagcentr*_voor_ouderen "
    "residentiële_ouderenzorg ouderenvoorziening*",
    "dementia": "dementie* alzheimer jongdement* geheugen*",
    "carers": "mantelzorg* zorgt_voor_een_ziek* respijt* wie_zorgt_voor zorgen_voor_een_naaste ademruimte "
    "naaste_verzorg* jonge_mantel*",
    "end_of_life": "palliati* levenseinde wilsverklaring* waardig_sterven rouw* nabestaand* voorafgaande_zorgplanning "
    "uitvaart* begraafplaats* overlijden",
    "primary_care": "huisarts* huisdokter* eerste_lijn* eerstelijn* wijkgezondheidscentr* zorgt_uitstel* zorg_uitstel* "
    "naar_de_dokter doktersbezoek* artsentekort toegang_tot_zorg toegankelijke_zorg medische_zorg zorg_mijden "
    "verplichte_derdebetaler* wachtpost* tandarts* mondzorg* zorgverlener* ziekteverzeker* "
    "betaalbare_gezondheidszorg betaalbare_zorg remgeld zorgpunt*",
    "care_coordination": "zorgcoördin* zorgcontinu* geïntegreerde_zorg ontslag_uit_het_ziekenhuis ziekenhuisontslag* "
    "zorgraad eerstelijnszone* casemanag* zorgoverleg* medicat* multidisciplin* chronisch* zorgtraject* "
    "één_zorgplan na_een_ziekenhuis*",
    "mental_health": "geestelijke_gezond* mentale_gezond* mentaal_wel* psychisch* psycholog* psychiat* depress* "
    "veerkracht* mentaal_kwetsba* eerstelijnspsych* mentale_problem* goed_in_hun_vel goed_in_zijn_vel burn-out* "
    "stress angst* ggz geestelijk_wel* overkop* tejo mentale_weerbaar* jongerenpsych* donkere_gedachten",
    "suicide": "zelfdod* suïcid* zelfmoord* uit_het_leven",
    "addiction": "versla* drug* alcohol* drinken_en_blowen blow* cannabis gokken gokver* gamever* middelengebruik "
    "afhankelijk_van_drugs roken rookstop* rookvrij* vapen problematisch_gebruik straathoekwerk* ontwenning* "
    "drank lachgas nuchter",
    "health_prevention": "gezonde_voeding gezond_eten overgewicht obesitas bewegen beweg* gezonde_gemeente "
    "preventie_en_gezondheid gezondheidsbevorder* vaccin* inent* kankerscreening screening valprevent* "
    "gezonde_leefstijl suikerziekte diabetes gezondheidskloof gezond_leven gezonder_leven bewegen_op_verwijzing",
    "violence": "intrafamiliaal* partnergeweld huiselijk_geweld geweld_thuis kindermishandel* verwaarloz* "
    "geweld_in_het_gezin geweld_achter gezinsgeweld seksueel_* grensoverschrijdend* ouderenmis* *veilig_thuis* "
    "family_justice slachtoffer*_van_geweld onveilige_thuis* stalking eergerelateerd* geslagen",
    "divorce": "scheid* vechtscheid* echtscheid* bezoekruimte* gescheiden_ouders",
    "youth_care": "jeugdhulp* jeugdzorg bijzondere_jeugd* pleegzorg* pleeggezin* pleegouder* 1gezin1plan instelling_verlat* "
    "uit_de_jeugd* uithuisplaats* verontrust* *crisisjeugd*",
    "disability_living": "wonen_met_ondersteun* begeleid_wonen beschut_wonen zelfstandig_wonen zelfstandig_in_de "
    "wonen_met_wat_hulp waar_en_met_wie_ze_wonen inclusief_wonen persoonsvolgend* waar_en_met_wie",
    "accessibility": "toegankelijk*_gebouw* rolstoel* toegankelijkheid drempelvrij* integraal_toegankelijk* "
    "voetpad*_toegankelijk* blinden slechtzien* doventolk*",
    "employment": "werkzoekend* werkloos* werklozen* activer* aan_het_werk aan_werk_* naar_werk tewerkstel* "
    "jobcoach* een_job jobs betaalde_job duurzame_job werkervaring* werkzaamheid inactie* lokale_werkwinkel* "
    "sociale_economie maatwerk* leerwerk* wijk-werk* werk_vinden vinden_werk baan nieuw_werk vdab *arbeidsmarkt* "
    "werk_op_maat werkplekler* stage*plaats* langdurig_ziek*_werk job_die een_job_bij arbeidszorg",
    "staff_shortage": "personeelstekort* tekort_aan_personeel zorgpersoneel vacature* knelpuntberoep* "
    "zorgberoep* verpleegkundigen_vinden medewerkers_in_de_zorg te_weinig_handen",
    "local_economy": "ondernemer* handelaar* middenstand* winkelstraat* etalage* detailhandel kernwinkel* "
    "startende_onderneming* bedrijventerrein* bedrijvigheid buurtwinkel* winkels_in_het_centrum handelskern* "
    "koopkracht_in winkelcentr* lokaal_kopen kleine_zelfstandigen markt_in *horeca* gevel *handelspand* "
    "winkelpand* dorpswinkel* winkelleegstand*",
    "tourism": "toeris* bezoekers wandelroute* recreat* dagjesmens* verblijfstoeris*",
    "newcomers": "nieuwkomer* inburger* vluchteling* asiel* anderstalige_nieuw* okan onthaalklas* oekraïn* integratie "
    "integrer* statushouder* mensen_zonder_papieren zonder_wettig_verblijf gezinshereniging* samen_inburgeren "
    "migrant* onthaalbeleid erkende_vluchteling*",
    "discrimination": "discrimin* racis* diversiteit gelijke_kansen inclusief_beleid praktijktest* lgbt* holebi* "
    "transgender* regenboog* vooroordel* genderge* antiracis*",
    "detention": "gedetineerd* ex-gedetineerd* gevangen* detentie* vrijlat* justitieel* justitiehui* re-integratie",
    "radicalisation": "radicaliser* extremis* polaris* livc haatspraak deradicaliser*",
    "safety": "inbra* diefstal* dieven politie* veiligheidsgevoel onveiligheidsgevoel criminalit* wijkagent* buurtinformatie* "
    "bin overval* geweld_op_straat veilig_uitgaan uitgaansgeweld camera* ondermijn* georganiseerde_misdaad veilig_voelen "
    "voelen_zich_veilig fietsdief* handhav* bestuurlijke_aanpak",
    "nuisance": "overlast* hangjonger* rondhang* geluidshinder lawaai nachtlawaai vandalis* wildplas* "
    "geluidsoverlast *stationsplein* verstoring nachtrust",
    "emergency": "noodplan* noodsituat* crisisbeheer ramp* evacu* hulpdienst* brandweer veerkrachtig_bij_ramp*",
    "traffic_safety": "verkeersveilig* schoolomgeving* schoolstraat* schoolroute* te_snel_gereden verkeersdrempel* "
    "verkeersslacht* verkeersdod* ongeval* fietsveilig* veilig_naar_school snelheid* zone_30 oversteek* "
    "te_voet_of_met_de_fiets veilig_fietsen gevaarlijk*_kruispunt* zwakke_weggebruiker* verkeersongev*",
    "through_traffic": "sluipverkeer doorgaand_verkeer vrachtverkeer zwaar_verkeer circulatieplan* verkeersdruk "
    "vrachtwagen* autoluw* file* knip* verkeersstroom*",
    "cycling": "fiets* fietspad* fietsnetwerk* fietssnelweg* fietsostrade* deelfiets* fietsenstalling* "
    "meer_mensen_op_de_fiets",
    "mobility": "openbaar_vervoer bus buslijn* trein* deelauto* autodel* deelmobil* vervoersarmoed* vervoersregio* "
    "hoppin* mobipunt* mindermobielencentrale* minder_mobielen vervoer_op_maat vervoer_van_zieken vervoer_voor "
    "vrijwilligersvervoer vrijwillige_chauffeur* belbus* verplaats* ergens_geraken geraken_ter_plaatse "
    "zonder_auto parkeer* parkeren chauffeurs",
    "sport": "sport* zwemles* zwemm* zwembad* lidgeld* atletiek voetbal* uitpas sportaanbod bewegingsaanbod "
    "sporthal* fitness* lid_van_een_club",
    "culture": "cultuur* cultureel* kunst* muziek* theater* museum* erfgoed* podium* concert* academie* tekenles "
    "cultuurparticip* deeltijds_kunst* *kunstonderwijs* atelier*",
    "holiday_play": "speelplein* vakantie* zomerkamp* zomeraanbod op_kamp kampen speelweefsel speelruimt* speeltuin* "
    "buitenspe* buiten_spelen zomerschool* in_de_zomer* vakantieaanbod speelstra* kindvriendelijk* vakantieopvang",
    "youth_work": "jeugdwerk* jeugdhui* jeugdbeweg* jeugdverenig* jeugdclub* jeugdwelzijn* jeugdlokaal* chiro scouts "
    "vrije_tijd* vrijetijd* fuiven fuifzaal* jeugdraad* hangplek*",
    "associations": "vereniging* verenigingsleven vrijwilliger* vrijwilligerswerk clubwerking* ledenwerving "
    "bestuursleden ontmoetingscentr* gemeenschapscentr* dorpshui* buurthui*",
    "participation": "inspraak* burgerparticip* burgerbegrot* meebeslis* wijkbudget* burgerinitiat* cocreat* "
    "adviesra* burgerpanel* betrokken_bij_het_beleid meepraten_over participatietraject* wijkraad*",
    "service": "dienstverlen* loket* onthaal* bereikbaar_bestuur klare_taal digitaal_loket *e-loket* snelbalie* "
    "administratieve_vereenvoud* buurtloket* sociaal_huis vermaatschappelijk* wachttijd_aan_het_loket afspraak_maken",
    "data_sharing": "gegevensdel* gegevens_delen beroepsgeheim casusoverleg datagedreven omgevingsanalyse "
    "cijfers_delen informatiedel*",
    "public_space": "publieke_ruimte openbare_ruimte plein* dorpskern* dorpsplein* stadskern* heraanleg* kernversterk* "
    "straatmeubil* bankjes openbaar_toilet *straatverlichting*",
    "animals": "dierenwelz* zwerfkat* huisdier* dierenasiel* hond* losloopweide*",
    "heritage_events": "evenement* kermis* stoet* carnaval markt* volksfeest* jaarmarkt*",
    "family_planning": "anticonceptie tienermoeder* tienerzwanger* seksuele_gezondheid soa* abortus*",
    "prostitution_trafficking": "sekswerk* prostitu* mensenhandel tienerpooier*",
    "development_cooperation": "fair_trade duurzame_ontwikkel* sdg* wereldwijd* noord-zuid mondiaal* stedenband*",
    "student_housing": "studentenkot* studentenhuisvest* kotstudent* op_kot koten",
    "learning_transition": "stap_van_de_*kleuterklas overgang_naar_secundair studiekeuze* overstap* technisch_onderwijs "
    "stem-* studierichting* beroepskeuze* duaal_leren schakeljaar*",
}

# For whom: sharing only this makes goals related, not the same.
PEOPLE: Patterns = {
    "children": "kind* kinderen baby* peuter* kleuter* minderjarig* lagereschool*",
    "youth": "jongere* jeugd* tiener* adolescent* jongvolwassen* puber* jong_volwassen*",
    "pupils": "leerling* scholier* scholen schoolkind* klas klassen school secundair",
    "students": "student* cursist*",
    "families": "gezin* huishoud* famil* ouder ouders moeder* vader* mama* papa* grootouder* eenoudergezin* alleenstaande_ouder*",
    "single_parents": "alleenstaand*_ouder* eenoudergezin* alleenstaand*_moeder*",
    "elderly": "ouderen oudere_* senior* bejaard* 65-plus* 65plus* 80-plus* 80plus* gepensioneerd* bewoners_van_woonzorg* oudjes",
    "disability": "beperking* handicap* rolstoelgebruik* mindervalid* autisme*",
    "low_income": "laag_inkomen lage_inkomens klein_budget kwetsba*_gezin* kwetsbare_groep* kansengroep* "
    "mensen_in_armoede minderbegoed* leefloon* portemonnee betaalba* minvermogend* krap_bij_kas weinig_geld geld "
    "gezinnen_in_armoede kwetsba* uitkering* bijstand kansarm* wie_het_niet_breed hoog_inkomen geldgebrek",
    "foreign_language": "anderstalig* nieuwkomer* vluchteling* migra*  herkomst andere_thuistaal",
    "unemployed": "werkzoekend* werkloz* werkloos* langdurig_werkl* thuiszit*",
    "carers": "mantelzorg*",
    "sick": "ziek* patiënt* patient* chronisch_ziek*",
    "residents": "inwoner* burger* bewoner* buurtbewoner* wijkbewoner*",
    "neighbours": "buren buur buurman buurvrouw",
    "young_children": "onder_de_drie jonger_dan_drie 0_tot_3 baby* peuter* jonge_kinderen onder_drie nul_tot_drie",
    "teens_12_18": "12_tot_18 14_tot_18 12-18",
    "employers": "werkgever* bedrijv* bedrijf onderneming*",
    "refugees": "vluchteling* asielzoek*",
    "men": "mannen",
    "women": "vrouwen meisjes",
}
