"""Which words of a goal speak of the same thing? Themes, people and ways of Flemish local policy; the lists are ours.

A pattern is a word, or words joined by `_`; `*` stands for any letters, so that a compound is found by its part
(`*opvang` finds *kinderopvang*). What a list does not know is compared by its stem (likeness.py).
"""

from collections.abc import Mapping

Patterns = Mapping[str, str]

# What a goal is about: two goals that name other themes are other goals, whatever words they share.
THEMES: Patterns = {
    "childcare": "kinderopvang* opvangplaats* opvangplek* crèche* creche* kribbe* onthaalouder* "
    "onthaalmoeder* kinderdagverblij* babyopvang peuteropvang *opvanginitiatief* "
    "opvang_voor_baby* opvang_voor_peuter* opvang_van_baby* opvang_van_jonge_kinderen "
    "opvang_op_ongewone_uren flexibele_opvang occasionele_opvang opvang_vinden "
    "opvang_voor_hun_kind plaats_in_de_opvang opvangtekort opvangaanbod opvangnood "
    "babys_en_peuters kindje_kwijt gastouder* dagmoeder* opvanguren kdv "
    "opvangwachtlijst*",
    "after_school": "naschools* buitenschools* voorschoolse_opvang opvang_na_school na_schooltijd "
    "na_de_school nabewaking voor-_en_naschools* woensdagnamiddag* schoolopvang *bko "
    "bkox na_de_lessen na_de_bel voor_de_bel schoolpoort_*opvang opvang_voor_en_na "
    "avondopvang middagtoezicht",
    "parenting": "opvoed* huis*_van_het_kind consultatiebureau* gezinsondersteun* opgroei* "
    "kraamzorg* kraamperiode zwanger* pasgeboren* geboorte* eerste_duizend_dagen "
    "jonge_ouders perinata* *borstvoeding* ouderschap moeder_worden vader_worden "
    "jonge_moeder* jonge_vader* aanstaande_ouder* baby_krijg* slapeloze "
    "vragen_over_hun_kind vragen_over_opgroeien opgroeiend* "
    "ontmoetingsplaats_voor_ouders spelontmoeting* inloopteam* "
    "kind_en_gezin kraambed prenata* bevalling* mama-café steungezin* opvoedingslast",
    "toddler_school": "kleuterparticipatie kleuteronderwijs kleuterschool* kleuterklas* instapklas* "
    "kleuters_die_nog_niet kleuters_naar_school *aanwezig*_kleuter* instapper* "
    "overgang_naar_het_eerste_leerjaar",
    "school_dropout": "schooluitval* schoolverlat* vroegtijdig*_schoolverlat* zonder_diploma "
    "ongekwalificeerd* spijbel* afhak* afhaken afhaakt* drop-out* uitvallers "
    "schoolmoe* verlaten_het_secundair verlaten_de_school *zonder_getuigschrift* "
    "*kwalificatie* diploma* *time-out* naft problematische_afwezig* "
    "van_de_schoolbanken schoolloopbaan* haken_af haakt_af uitval_in school_afmaken "
    "maken_hun_school_af studie_afmaken stoppen_met_school zonder_papiertje "
    "school_de_rug schoolmoeheid vervroegd_van_school getuigschrift* "
    "op_de_schoolbanken aanwezig_op_school thuisblijv*_van_school schorsing* "
    "uitgesloten_leerling* niet_meer_naar_school leerplicht* blijven_op_school",
    "adult_education": "tweedekansonderwijs volwassenenonderwijs basiseducatie levenslang_leren "
    "avondonderwijs *centrum_voor_volwassenen*",
    "school_costs": "schoolkost* schoolrekening* schoolfactu* onbetaalde_rekening* maximumfactuur "
    "schooltoelage* schoolreis* kosten_van_de_school kosten_op_school wat_school_kost "
    "*schoolgeld* uitstap*_van_de_school dure_uitstap* boekentas schoolgerief "
    "schoolboek* betaalbare_school kosteloos_onderwijs kostprijs_van_de_school",
    "homework": "huiswerk* studiebegeleid* huiswerkklas* studieondersteun* bijles* leerhulp "
    "studeren_na_school huistaak* huistaken taken_maken rustige_plek_om_te_studeren "
    "studeerplek* blokplek* blokken studieplek*",
    "school_choice": "inschrijv* schoolkeuze sociale_mix_op_school* segregatie schoolsegregatie "
    "lokaal_overlegplatform dubbele_contingentering aanmeld*",
    "school_care": "leerzorg zorg_op_school zorgleerling* inclusief_onderwijs buitengewoon_onderwijs "
    "leersteuncentr* dyslexie leerstoornis* leermoeilijk* leerachterstand* "
    "ontwikkelingsachterstand* leerproblemen leren_moeilijk moeite_met_leren "
    "extra_zorg_in_de_klas rekenproblemen concentratieproblem* "
    "bijzondere_noden_in_de_klas gewone_school",
    "parents_school": "ouderbetrokken* ouders_en_school ouders_op_school brieven_van_de_school "
    "rapport_van_de_school brieven_en_het_rapport schoolteam* oudercontact* "
    "brugfiguur* drempel_van_de_school oudercomité* ouderwerking "
    "betrokken_bij_de_school ouders_over_de_schooldrempel "
    "kloof_tussen_thuis_en_school schoolouders* ouders_durven leerkrachten_aanspreken",
    "teachers": "lerarentekort* leerkrachtentekort* tekort_aan_leerkracht* tekort_aan_leraren "
    "zij-instromer* voor_de_klas lesgevers leraren_vinden leraarstekort juffen "
    "meesters",
    "bullying": "pest* gepest* cyberpest* uitgesloten_op_school pesterij* treiter* uitgelachen "
    "buitengesloten verweren_tegen",
    "language": "taalachterstand* taalstimul* taalverwerv* nederlands_leren leren_nederlands "
    "nederlands_oefen* oefenkans* taalles* taaloefen* praattafel* conversatie* "
    "taalbad* moedertaal* thuistaal* meertalig* taalontwikkeling taalvaardig* "
    "taalbeleid spreken_nederlands nederlandse_taal kennis_van_het_nederlands "
    "taal_van_de_kinderen de_taal_leren les_nederlands cursus_nederlands "
    "vlotter_nederlands nederlands_praten nederlands_spreken taalgroep* taalcafé* "
    "taalmaatje* taalbuddy* taalarm* woordenschat praten_nederlands taalcoach* "
    "leren_de_taal kennen_de_taal oefenen_hun_nederlands nederlands_van taalgevoel "
    "onze_taal aan_het_leren taal_leert taal_leren praatgroep*",
    "literacy": "laaggelet* *geletterd* analfab* leren_lezen lezen,_schrijven lezen_en_schrijven "
    "schrijven_en_reken* brieven_en_formulieren moeilijk_lezen moeite_met_lezen "
    "lezen_en_rekenen kunnen_niet_lezen wegwijs_in_brieven formulieren_invul* "
    "ongeletterd* basisvaardigheid* woordblind",
    "reading": "leesplezier leesbevorder* voorlez* voorlees* boeken *boekstart* leesclub* bieb "
    "leesvaardig* leesmotivatie graag_lezen boekje* verhaal* verhalen zin_in_lezen "
    "kinderen_lezen meer_lezen leesvoer voorleest leesuurtje* bibbus bibliotheken "
    "leesbib*",
    "digital_inclusion": "digitale_inclusie e-inclusie digitaal_achter* digibank* digipunt* digitale_kloof "
    "*zonder_computer* zonder_internet digitale_vaardig* digitale_drempel* "
    "digitale_uitsluit* digitaal_mee mee_online online_mee digitaal_onhandig* "
    "digistart* *smartphone* *laptop* digitaal_vaardig* digitaal_zelfstandig "
    "overweg_met_een_computer online_loket*_gebruik* digidokter* internetverbinding "
    "computerles* internet_op computers_leren met_de_computer achterblijf*_digitaal "
    "digitaal_vlot digitale_wereld digitale_hulp digitale_toestel* wifi tablet* "
    "digitale_basis* digitaal_*redzaam online_diensten itsme pc internet_thuis "
    "digitale_zelfredzaam* niet_online toestel_in_huis digitalisering_*uitsluit*",
    "cybersecurity": "digitale_inbra* digitaal_inbre* hacker* gehackt cyberaanval* cyberveilig* "
    "informatieveilig* phishing gegevensbescherm* gegevens_van_inwoners servers "
    "wachtwoord* datalek* internetoplicht* cybercrim* oplichting_via oplicht*_online "
    "valse_mails valse_berichten online_bedrog internetfraude internetbankier* "
    "gestolen_gegevens bankgegevens digitaal_beveilig* privacy_van",
    "food": "voedselhulp* voedselverde* voedseloverschot* voedselbank* sociale_kruidenier* "
    "sociale_supermarkt* voedselverlies voedselverspil* onverkochte_voeding "
    "voedselpakket* voedselnood *honger* brooddo* niet_genoeg_te_eten soep_op_school "
    "schoolmaaltijd* warme_maaltijd*_op_school sociaal_restaurant* *maaltijdbedeling "
    "verdeelpunt* voldoende_te_eten genoeg_eten eten_op_tafel lege_maag "
    "gezond_ontbijt ontbijt* lege_koelkast voedselzeker* overschotten_van "
    "weggegooid_eten eten_weggooien eten_verspil* kookworkshop* voedselonzeker* "
    "boodschappen_betal* gratis_eten goedkope_maaltijd* voeding_die_overblijft "
    "winkels_overhouden",
    "poverty": "armoede* kinderarmoede* kansarm* arm_gezin* verarming_van_*gezin* "
    "armoedebestrijd* armoederisico* eindjes_aan_elkaar rondkomen rondkomt komt_rond "
    "moeilijk_rond generatiearmoede arme_gezin* arme_kind* in_armoede minder_armoede "
    "moeilijk_het_einde einde_van_de_maand krap financieel_kwetsba* bestaansonzeker* "
    "menswaardig_inkomen te_weinig_inkomen onder_de_armoede* laagste_inkomens "
    "geld_tekort weinig_middelen",
    "debt": "schuld* budgethulp budgetbegeleid* budgetbeheer deurwaarder* betaalproblem* "
    "betalingsproblem* betalingsachterstand* achterstallig* rekeningen_niet_betal* "
    "afbetal* invordering* betalingsmoeilijk* financiële_problemen "
    "financieel_in_de_problemen geldzorgen overmatige_schuldenlast facturen_niet "
    "*collectieve_schuldenregeling* rood_staan afbetalen aanmaning* "
    "openstaande_factu* openstaande_rekening* leningen krediet* uit_de_schulden "
    "geld_beheren budgetteren in_het_rood rekeningen_opstapel* rekeningen_die_zich",
    "rights": "onderbescherm* rechten_toekennen automatisch_toe* automatische_toekenning "
    "rechten_automatisch rechtenver* rechten_ver* sociale_rechten recht_heeft_op "
    "rechten_uitput* uitputten_van_rechten rechten_op_te_nemen "
    "niet-gebruik_van_rechten non-take-up tegemoetkoming* premie* waar_ze_recht_op "
    "waarop_ze_recht sociale_voordelen geïntegreerd_breed_onthaal breed_onthaal gbo "
    "grondrechten rechtendetect* proactief*_rechten steun_waar recht_op_hebben "
    "recht_op_heeft *hebben_waar_ze_recht* krijgen_waar_ze_recht* mislopen*premie* "
    "laat_geld_liggen laten_geld_liggen steun_mislopen verhoogde_tegemoetkoming "
    "sociaal_tarief sociale_tarieven vinden_de_weg_naar_hun_rechten "
    "weet_niet_dat_hij_recht toelage* loopt_steun_mis uitkeringen_die",
    "water": "drinkwater* waterfactuur waterschuld* kraanwater aansluiting_op_water",
    "energy_poverty": "energiearmoede energiefactuur* energiekost* energiescan* afgesloten_van_*stroom* "
    "energierekening* budgetmeter* *stookkost* verwarmen_betal* kou_zitten "
    "koude_woning* warm_wonen gas_en_elektriciteit elektriciteitsrekening* huis_warm "
    "kunnen_verwarmen verwarming kan_de_verwarming in_de_kou elektriciteit_afgesloten "
    "stroom_afgesloten afsluiting*_van_energie gasfactuur energieprijs* hoge_energie* "
    "energie_betalen energie-armoede dure_energie kille_huizen tochtige",
    "renovation": "renov* energiezuinig* *energielening* noodkoop* energiehuis* dakisolatie "
    "zonnepane* warmtepomp* verduurzam*_wonin* energieverbruik_van_wonin* woningpas "
    "energieprestatie* epc* dubbel_glas isoleren geïsoleerd_dak woningen_energetisch "
    "tocht verbouw* vernieuwbouw huis_aanpakken zuiniger_wonen isolatie isoleer* "
    "energielabel* label_c slecht_geïsoleerd* geïsoleerde_huizen geïsoleerde_woningen "
    "goed_geïsoleerd* ramen_en_daken warm_en_zuinig",
    "climate": "klimaat* co2* uitstoot broeikasgas* hernieuwbare* energietransitie "
    "energiegemeenschap* windmolen* warmtenet* fossiel* klimaatneutraal* opwarming "
    "groene_stroom eigen_stroom stroom_opwek* energieneutraal minder_uitstoot "
    "duurzame_energie energiecoöperat* zonne-energie klimaatdoel* koolstof*",
    "heat": "hitte* droogte verkoel* schaduw warme_dagen warmteplan* warmste_dagen hittegolf* "
    "zomerse_hitte snikheet* warme_zomers koele_plek* verkoeling",
    "flood": "wateroverlast overstrom* onder_water hevige_regen regenwater* ontharden onthard* "
    "hemelwater* infiltr* buffer* tegels_en_beton minder_tegels verhard* "
    "regen_in_de_bodem regen_laten ontharding* water_vasthouden wateroverlast* "
    "natte_voeten ondergelopen kelders_onder waterlopen zware_regenval stortbui* "
    "tegelwippen grondwater*",
    "nature": "natuur* biodivers* bermen bomen *groen* bloemen bijen bossen bos vergroen* "
    "insecten poelen trage_wegen landschap* parken moestuin* volkstuin* plant_en_dier "
    "planten_en_dieren vogels vlinders egels diersoort* wilde_bloem* struiken hagen "
    "boomplant* bomen_planten stadsbos* bosuitbreid* bos_bij dieren_in_het_wild "
    "natuurgebied* openbaar_groen groene_plek* beplant*",
    "agriculture": "landbouw* boer* boeren boerderij* stikstof akker* korte_keten veehouder* "
    "hoeveproduct* telers streekproduct* lokale_voeding van_bij_de_boer boerenmarkt* "
    "landbouwers landbouwgrond* pesticide* veeteelt mestoverschot* hoeves kas serre*",
    "waste": "zwerfvuil zwerfafval sluikstort* afval* restafval vuilnis* recycla* recyclage "
    "sorter* containerpark* netheid propere_straten *vuilbak* peuken vuilzakken "
    "rommel_op_straat afvalberg afvalarm zwerfafval* minder_afval propere_buurt* "
    "vervuil*_straat* netjes_op_straat properder* weggooien_op_straat "
    "illegaal_gestort* gestort* hondenpoep blikjes plastic* vuilniszak* "
    "zakken_aan_de_deur huisvuil",
    "repair": "repair* herstelpunt* kapotte_toestel* hergebruik* kringwinkel* tweedehands* "
    "circulair* weggeefwinkel* deelgereedschap spullen_delen deeleconomie "
    "uitleendienst* weggegooid tweede_leven spullen_een_tweede spullen_hergebruik* "
    "herstellen_in_plaats herstellen_van deelkast* uitleen* lenen_gereedschap "
    "lenen*gereedschap gereedschap_uit bibliotheek_van_spullen instrumententheek "
    "delen_in_plaats_van_kopen geefkast* ruilen",
    "housing_quality": "woningkwaliteit woonkwaliteit *ongezonde*huurhuiz* huisjesmelk* krot* verkrot* "
    "vochtig* conformiteitsattest* slechte_wonin* onbewoonbaar* *ongezonde*_wonin* "
    "kwaliteitsnorm* normen_voor_gezondheid gezonde_en_veilige_wonin* "
    "ondermaats*_wonin* huurwoning* huurhuiz* verhuurder* schimmel private_huur* "
    "brandveilig*_wonin* schimmelwoning* slechte_huizen slechte_staat_wonen "
    "ongezond_wonen onveilig_wonen huiseigenaar*_*verantwoord* kwalijke_verhuurder* "
    "huisbaas huisbazen degelijke_woning* degelijk_wonen woninginspect* "
    "verloederde_huizen kamers_verhuren",
    "social_housing": "sociale_huur* sociale_wonin* sociaal_wonen woonmaatschappij* "
    "sociaal_verhuurkantoor* betaalbaar_wonen betaalbare_wonin* betaalbare_huurwonin* "
    "wooncrisis woonnood sociale_huisvesting woonprijs* huurprijs* betaalbaar_huren "
    "betaalbaar_een_huis betaalbaar_dak woonbeleid *huursubsidie* bescheiden_woon* "
    "betaalbare_woonst betaalbaar_appartement betaalbaar_huis een_betaalbaar_thuis "
    "betaalbare_huur wachtlijst_voor_een_sociale wachten_op_een_woning te_dure_huur "
    "huren_te_duur woning_vinden vinden_een_woning vinden_een_huis vast_dak "
    "eigen_huis_kopen jonge_gezinnen_*bouwen betaalbare_kavels woonaanbod "
    "starterswoning* dak_boven_het_hoofd",
    "homelessness": "dakloos* thuisloos* dak-_en_thuislo* op_straat_slapen slaapt_op_straat slaapt_*_op_straat "
    "leeft*op_straat leven_op_straat slapen_op_straat "
    "nachtopvang* winteropvang* housing_first geen_dak "
    "zonder_dak sofaslaper* uithuiszet* uit_huis_gezet* noodwoning* crisisopvang "
    "doorgangswoning* transitwoning* instapwoning* woonst_verlie* woning_verlie* "
    "briefadres* op_een_bank_slapen slapen_buiten buiten_slapen bij_vrienden_slapen "
    "nacht_op_straat geen_bed bed_voor_de_nacht geen_huis woonst_kwijt huis_kwijt "
    "hun_woning_kwijt uit_hun_huis_gezet uithuiszetting* geen_vaste_woonplaats "
    "zonder_thuis zonder_woonst eerst_een_woning vaste_woonst ander_dak "
    "woning_verlaten woning_moeten_verlaten op_straat_gezet op_straat_belanden "
    "op_straat_staan geen_alternatief_dak",
    "vacancy_housing": "leegstand* leegstaand* leeg_staan staat_leeg verwaarloosde_pand* tweede_verblij* "
    "leegstaande leegstaat leegstaan leeg_huis lege_huizen lege_woningen verkommer* "
    "verwaarloosd*",
    "travellers": "woonwagen* standplaats* doortrekkersterrein*",
    "housing_elderly": "assistentiewoning* levenslang_wonen aangepast_wonen cohous* samenhuizen "
    "kangoeroewon* woonzorgzone* aanpasbaar_wonen aangepaste_woning* gelijkvloers* "
    "zonder_trap woning_aanpass* aangepaste_woonvorm* kleiner_gaan_wonen "
    "samen_met_leeftijdsgenoten zorgwonen seniorenwoning* drempelloos",
    "neighbour_conflict": "burenbemiddel* burenruzie* burenconflict* ruzie*_tussen_buren "
    "buren_met_een_conflict conflicten_tussen_buren relaties_tussen_buren bemiddel* "
    "samenlevingsproblem* ruzie* ruzies geschil* conflicten_in_de_buurt "
    "samenleefproblem* buren_die buren_praten het_uit uitpraten burengeschil*",
    "loneliness": "eenza* vereenzam* sociaal_isolement isolement alleen_zitten kletscafé* "
    "ontmoetingsplek* ontmoetingskans* niemand_alleen sociale_contacten "
    "sociaal_contact buddywerk* bezoekvrijwillig* praatje niemand_om_mee_te_praten "
    "aanspraak elkaar_leren_kennen leren_elkaar_kennen lotgenoten* vriendschap* "
    "sociaal_netwerk dagen_niemand_spreken geen_bezoek niemand_spreken niemand_zien "
    "alleen_zijn alleen_voelen voelt_zich_alleen weinig_bezoek weinig_contact "
    "bezoekje* aan_de_deur_bellen contacten_leggen nieuwe_vrienden gezelschap maatje* "
    "buddy* uit_hun_isolement sociaal_leven verbondenheid mensen_ontmoeten "
    "ontmoeten_elkaar samen_koffie koffie_drinken samen_eten sociaal_geïsoleerd* "
    "geïsoleerde_ouderen geïsoleerde_inwoners",
    "community": "buurtwerk* buurtzorg* zorgzame_buur* zorgzame_dorp* samenhorig* buurthulp "
    "burenhulp buurtcomité* sociale_cohesie samenleven buurtfeest* buurtgericht* "
    "leefbare_buurt* wijkwerking* burenfeest* buren_helpen_elkaar buurt_voor_elkaar "
    "omkijken_naar zorg_voor_elkaar samenlevingsopbouw wijkcontract* helpen_elkaar "
    "buurtinitiatief* buren_kennen buren_leren dorp_waar_mensen zorgen_voor_elkaar "
    "burenzorg wijkgericht* wijkfeest* straatfeest* speelstraten samen_tuinieren "
    "met_elkaar_in_contact over_de_vloer sociaal_weefsel mensen_van_verschillende "
    "onderlinge_hulp elkaar_een_handje buurtnetwerk*",
    "home_care": "thuiszorg* thuisverpleg* thuishulp gezinszorg thuis_wonen thuis_oud langer_thuis "
    "zelfstandig_thuis in_hun_eigen_huis eigen_woning_blijven thuis_blijven_wonen "
    "langer_zelfstandig poetshulp zorg_aan_huis vertrouwde_omgeving_oud oud_worden "
    "zo_lang_mogelijk_thuis in_eigen_huis_blijven hulp_aan_huis zorg_thuis "
    "thuisblijven blijven_thuis blijven_wonen thuis_kunnen_blijven oude_dag "
    "hun_eigen_bed hun_eigen_stek huishoudhulp maaltijden_aan_huis opname_uitstel* "
    "vallen_thuis niet_naar_een_rusthuis",
    "nursing_home": "woonzorgcentr* rusthui* rustoord* kortverblijf serviceflat* "
    "dagcentr*_voor_ouderen residentiële_ouderenzorg ouderenvoorziening* rusthuis* "
    "bewoners_van_het_rusthuis wzc kamer_in_een_woonzorg*",
    "dementia": "dementie* alzheimer jongdement* geheugen* vergeetacht* verwarde_ouderen dement* vergeten_wie",
    "carers": "mantelzorg* zorgt_voor_een_ziek* respijt* wie_zorgt_voor zorgen_voor_een_naaste "
    "ademruimte naaste_verzorg* jonge_mantel* zorgen_voor_hun_partner "
    "zorgen_voor_hun_moeder zorgt_voor_een wie_voor_een zieke_partner "
    "zorg_voor_een_familielid zorgen_voor_een_familielid zorgen_voor_iemand "
    "familiezorg* zorgende_familie even_op_adem vrijaf_van_de_zorg",
    "end_of_life": "palliati* levenseinde wilsverklaring* waardig_sterven rouw* nabestaand* "
    "voorafgaande_zorgplanning uitvaart* begraafplaats* overlijden sterven sterft "
    "stervensbegeleid* niet_meer_beter laatste_levens* laatste_dagen afscheid dood "
    "doodgaan terminaal* wie_iemand_verlie* verlies_van_een iemand_verloren hospice",
    "primary_care": "huisarts* huisdokter* eerste_lijn* eerstelijn* wijkgezondheidscentr* "
    "zorgt_uitstel* zorg_uitstel* naar_de_dokter doktersbezoek* artsentekort "
    "toegang_tot_zorg toegankelijke_zorg medische_zorg zorg_mijden "
    "verplichte_derdebetaler* wachtpost* tandarts* mondzorg* zorgverlener* "
    "ziekteverzeker* betaalbare_gezondheidszorg betaalbare_zorg remgeld zorgpunt* "
    "dokters dokter huisartsen_vinden nieuwe_patiënten patiëntenstop* artsen apotheek "
    "apothekers naar_de_tandarts gebit* gezonde_tanden tanden dokterskost* "
    "dokter_betal* ziekenbriefje_* geneeskundige_hulp medische_hulp "
    "zorg_die_ze_nodig_hebben geneesmiddelen_betal* zorg_betaalbaar kinesist* "
    "gezondheidscentrum",
    "care_coordination": "zorgcoördin* zorgcontinu* geïntegreerde_zorg ontslag_uit_het_ziekenhuis "
    "ziekenhuisontslag* zorgraad eerstelijnszone* casemanag* zorgoverleg* medicat* "
    "multidisciplin* chronisch* zorgtraject* één_zorgplan na_een_ziekenhuis* "
    "zorgverleners_werken_samen zorgverleners_spreken hulpverleners_spreken één_plan "
    "één_aanspreekpunt_voor_de_zorg van_het_kastje naar_de_muur "
    "thuis_na_het_ziekenhuis uit_het_ziekenhuis naar_huis_na zorg_op_elkaar_afgestemd "
    "afstemming_in_de_zorg ziekenhuis_en_thuis",
    "mental_health": "geestelijke_gezond* mentale_gezond* mentaal_wel* psychisch* psycholog* psychiat* "
    "depress* veerkracht* mentaal_kwetsba* eerstelijnspsych* mentale_problem* "
    "goed_in_hun_vel goed_in_zijn_vel burn-out* stress angst* ggz geestelijk_wel* "
    "overkop* tejo mentale_weerbaar* jongerenpsych* donkere_gedachten somber* "
    "piekeren in_de_knoop niet_goed_gaat psychische_hulp babbel_met_een_professional "
    "in_de_put zich_slecht_voelen mentaal* gemoed gevoelens het_hoofd_boven hoofd_vol "
    "therapie therapeut* psychisch_kwetsba* wachtlijst*_psych* geestelijk* "
    "zorgen_in_hun_hoofd levensmoe uitgeblust overbelast*",
    "suicide": "zelfdod* suïcid* zelfmoord* uit_het_leven levensmoeheid een_einde_aan* leven_te_beëindigen eigen_leven",
    "addiction": "versla* drug* alcohol* drinken_en_blowen blow* cannabis gokken gokver* gamever* "
    "middelengebruik afhankelijk_van_drugs roken rookstop* rookvrij* vapen "
    "problematisch_gebruik straathoekwerk* ontwenning* drank lachgas nuchter "
    "verslaafd* drinken_te_veel te_veel_drinken comazuip* roesmiddel* joint* wiet "
    "pillen gamen schermtijd gokkantor* nuchtere stoppen_met_roken sigaret* rookvrije "
    "overdosis spuit* harddrugs kicken",
    "health_prevention": "gezonde_voeding gezond_eten overgewicht obesitas bewegen beweg* gezonde_gemeente "
    "preventie_en_gezondheid gezondheidsbevorder* vaccin* inent* kankerscreening "
    "screening gezonde_leefstijl suikerziekte diabetes gezondheidskloof gezond_leven "
    "gezonder_leven bewegen_op_verwijzing gezonder_eten gezond_gewicht te_zwaar "
    "zwaarlijvig* meer_bewegen stappen_per_dag fitter fit gezonde_keuzes "
    "gezonde_levensstijl gezonde_jaren prik griepprik borstkanker* darmkanker* "
    "bevolkingsonderzoek* suiker frisdrank* fruit groenten water_drinken gezonde_wijk "
    "ongezond_eten levensverwachting",
    "violence": "intrafamiliaal* partnergeweld huiselijk_geweld geweld_thuis kindermishandel* "
    "verwaarloz* geweld_in_het_gezin geweld_achter gezinsgeweld seksueel_* "
    "grensoverschrijdend* ouderenmis* *veilig_thuis* family_justice "
    "slachtoffer*_van_geweld onveilige_thuis* stalking eergerelateerd* geslagen "
    "mishandel* mishandeling* geweld_in_huis bedreigd_wordt "
    "bedreigd_thuis partner_slaat klappen vluchthuis* achter_de_voordeur "
    "achter_gesloten_deuren veilig_thuis geweld_tussen_partners geweld_tegen_vrouwen "
    "ongewenst*_gedrag aanrand* verkracht* misbruik* onveilig_thuis",
    "divorce": "scheid* vechtscheid* echtscheid* bezoekruimte* gescheiden_ouders uit_elkaar_gaan "
    "uit_elkaar ex-partner* co-ouderschap nieuw_samengesteld*",
    "youth_care": "jeugdhulp* jeugdzorg bijzondere_jeugd* pleegzorg* pleeggezin* pleegouder* "
    "1gezin1plan instelling_verlat* uit_de_jeugd* uithuisplaats* verontrust* "
    "*crisisjeugd* pleeg* jeugdinstelling* instelling_voor_jongeren "
    "uit_huis_geplaatst* *18_worden*instelling leefgroep* *jeugdrechter* "
    "gezinnen_in_moeilijkheden gezinsbegeleid* verontrustende",
    "disability_living": "wonen_met_ondersteun* begeleid_wonen beschut_wonen zelfstandig_wonen "
    "zelfstandig_in_de wonen_met_wat_hulp waar_en_met_wie_ze_wonen inclusief_wonen "
    "persoonsvolgend* waar_en_met_wie mensen_met_een_beperking_wonen "
    "wonen_als_iedereen midden_in_de_wijk_wonen eigen_stek kleinschalig_wonen",
    "accessibility": "toegankelijk*_gebouw* rolstoel* toegankelijkheid drempelvrij* "
    "integraal_toegankelijk* voetpad*_toegankelijk* blinden slechtzien* doventolk* "
    "met_een_rolstoel met_een_kinderwagen hellend_vlak stoepranden voetpaden "
    "vlakke_stoepen toegankelijke_stoepen oversteken_met rollator* moeilijk_te_been "
    "openbare_gebouwen",
    "employment": "werkzoekend* werkloos* werklozen* activer* aan_het_werk aan_werk_* naar_werk "
    "tewerkstel* jobcoach* een_job jobs betaalde_job duurzame_job werkervaring* "
    "werkzaamheid inactie* lokale_werkwinkel* sociale_economie maatwerk* leerwerk* "
    "wijk-werk* werk_vinden vinden_werk baan nieuw_werk vdab *arbeidsmarkt* "
    "werk_op_maat werkplekler* stage*plaats* langdurig_ziek*_werk job_die een_job_bij "
    "arbeidszorg aan_de_slag zonder_werk geen_werk werk_zoek* zoeken_werk "
    "weer_aan_het weer_werk* nieuwe_job werk_krijgen krijgen_werk betaald_werk "
    "werkvloer* werkgevers_nemen vast_werk jobbeurs* solliciteren sollicitat* "
    "arbeidsrijp* loopbaan* inactief thuiszit* terug_aan_de_slag "
    "bijstandsgerechtigd*_werk werkende werkritme niemand_aan_de_kant "
    "aan_de_kant_staan uit_de_bijstand",
    "staff_shortage": "personeelstekort* tekort_aan_personeel zorgpersoneel vacature* knelpuntberoep* "
    "zorgberoep* verpleegkundigen_vinden medewerkers_in_de_zorg te_weinig_handen "
    "handen_aan_het_bed verzorgenden_vinden tekort_aan_verpleeg* tekort_aan_zorg* "
    "personeel_vinden vindt_geen_personeel kinderbegeleid*_vinden vacatures_ingevuld",
    "local_economy": "ondernemer* handelaar* middenstand* winkelstraat* etalage* detailhandel "
    "kernwinkel* startende_onderneming* bedrijventerrein* bedrijvigheid buurtwinkel* "
    "winkels_in_het_centrum handelskern* koopkracht_in winkelcentr* lokaal_kopen "
    "kleine_zelfstandigen markt_in *horeca* gevel *handelspand* winkelpand* "
    "dorpswinkel* winkelleegstand* winkels winkeliers winkelen handel_in "
    "klanten_in_de centrum_leeft leegstaande_winkel* lege_etalages lege_winkel* "
    "winkelaanbod middenstanders caféhouder* restaurants bakker slager "
    "boodschappen_in_eigen_dorp bloeiend_centrum lokale_handel",
    "tourism": "toeris* bezoekers wandelroute* recreat* dagjesmens* verblijfstoeris* wandelaars "
    "fietstoerist* dagjesmensen overnachting* streekbezoek* vakantiegang* toeristen "
    "bezienswaardig*",
    "newcomers": "nieuwkomer* inburger* vluchteling* asiel* anderstalige_nieuw* okan onthaalklas* "
    "oekraïn* integratie integrer* statushouder* mensen_zonder_papieren "
    "zonder_wettig_verblijf gezinshereniging* samen_inburgeren migrant* onthaalbeleid "
    "erkende_vluchteling* pas_aangekomen* nieuw_in_ons_land nieuw_in_de_gemeente "
    "nieuwe_inwoner* mensen_op_de_vlucht gevlucht* op_de_vlucht oorlog asielcentr* "
    "opvangcentr*_asiel* wegwijs_in_de_samenleving thuis_voelen_in_hun_nieuwe "
    "mensen_zonder_verblijf* migratieachtergrond nieuwe_vlamingen niet-begeleide "
    "*vluchteling* gastgezin*",
    "discrimination": "discrimin* racis* diversiteit gelijke_kansen inclusief_beleid praktijktest* "
    "lgbt* holebi* transgender* regenboog* vooroordel* genderge* antiracis* "
    "uitgesloten_om afkomst huidskleur gelijk_behandeld gelijke_behandeling "
    "ongelijk_behandeld iedereen_gelijk wie_je_ook_bent zichzelf_zijn "
    "respect_voor_verschil vooroordelen geaardheid diversiteit_van",
    "detention": "gedetineerd* ex-gedetineerd* gevangen* detentie* vrijlat* justitieel* "
    "justitiehui* re-integratie achter_de_tralies achter_tralies uit_de_cel celstraf* "
    "straf_uitzit* na_hun_straf na_de_straf vrijkom* ex-gevangen*",
    "radicalisation": "radicaliser* extremis* polaris* livc haatspraak deradicaliser* extreem* "
    "haat_online complottheor* polariser* wij-zij",
    "safety": "inbra* diefstal* dieven politie* veiligheidsgevoel onveiligheidsgevoel "
    "criminalit* wijkagent* buurtinformatie* overval* geweld_op_straat veilig_uitgaan "
    "uitgaansgeweld camera* ondermijn* georganiseerde_misdaad veilig_voelen "
    "voelen_zich_veilig fietsdief* handhav* bestuurlijke_aanpak inbreker* "
    "woninginbraken woninginbraak inbraken gestolen stelen diefstallen dief "
    "veiliger_voelen onveilig_voelen angst_om_'s_avonds geweld_tijdens "
    "uitgaansbuurt_veilig* drugshandel dealen dealers buurtpreventie* inbraakveilig* "
    "misdaad",
    "nuisance": "overlast* hangjonger* rondhang* geluidshinder lawaai nachtlawaai vandalis* "
    "wildplas* geluidsoverlast *stationsplein* verstoring nachtrust last_van_lawaai "
    "last_van_nacht* hinder geluid_van herrie rustig_slapen nachtrust* overlast_van "
    "hangplekken_overlast slapen_door nachtlawaai* luide_muziek uitgaansbuurt*",
    "emergency": "noodplan* noodsituat* crisisbeheer ramp* evacu* hulpdienst* brandweer "
    "veerkrachtig_bij_ramp* bij_een_ramp noodgeval* overstromingsramp* grote_brand "
    "wat_te_doen_bij voorbereid_op_een_crisis noodpakket* crisis_voorbereid* "
    "stroompanne*",
    "traffic_safety": "verkeersveilig* schoolomgeving* schoolstraat* schoolroute* te_snel_gereden "
    "verkeersdrempel* verkeersslacht* verkeersdod* ongeval* fietsveilig* "
    "veilig_naar_school snelheid* zone_30 oversteek* te_voet_of_met_de_fiets "
    "veilig_fietsen gevaarlijk*_kruispunt* zwakke_weggebruiker* verkeersongev* "
    "veilig_naar veilig_op_weg veilige_schoolomgeving* verkeersslachtoffer* "
    "trager_rijden te_snel_rijden snelheidsduivel* verkeersdoden aangereden "
    "aanrijding* ongevallen_met gevaarlijke_kruispunt* zebrapad* oversteekplaats* "
    "kinderen_veilig_*straat fietsende_kinderen gemachtigd*_opzichter* "
    "doden_in_het_verkeer stappen_of_trappen te_voet alleen_naar_de_les "
    "alleen_naar_school met_een_gerust_hart verkeersveilige naar_school_stappen "
    "naar_school_fietsen",
    "through_traffic": "sluipverkeer doorgaand_verkeer vrachtverkeer zwaar_verkeer circulatieplan* "
    "verkeersdruk vrachtwagen* autoluw* file* knip* verkeersstroom* "
    "doorstroming_van_*bus* vastzitten_in_het_verkeer verkeer_door_de* minder_auto* "
    "autoverkeer autovrij* verkeersluwe verkeersopstopp* zware_camions "
    "vrachtwagens_door sluiproute* doorgaande_auto*",
    "cycling": "fiets* fietspad* fietsnetwerk* fietssnelweg* fietsostrade* deelfiets* "
    "fietsenstalling* meer_mensen_op_de_fiets met_de_fiets op_de_fiets fietsers "
    "fietsroutes trappers pedalen fietsstraten fietsstraat fietsbrug* fietskilomet*",
    "mobility": "openbaar_vervoer bus buslijn* trein* deelauto* autodel* deelmobil* "
    "vervoersarmoed* vervoersregio* hoppin* mobipunt* mindermobielencentrale* "
    "minder_mobielen vervoer_op_maat vervoer_van_zieken vervoer_voor "
    "vrijwilligersvervoer vrijwillige_chauffeur* belbus* verplaats* ergens_geraken "
    "geraken_ter_plaatse zonder_auto parkeer* parkeren chauffeurs geen_auto "
    "zonder_wagen geraakt_ook_vanuit geraken_waar waar_hij_moet_zijn bushalte* "
    "bushaltes bussen rijdt_een_bus met_de_bus deelwagen* autodelen vervoersarmoede "
    "taxi* meerijden halte* kleinste_gehucht platteland_bereik* "
    "naar_het_ziekenhuis_geraken geraken_ter_plekke rit ritten",
    "sport": "sport* zwemles* zwemm* zwembad* lidgeld* atletiek voetbal* uitpas sportaanbod "
    "bewegingsaanbod sporthal* fitness* lid_van_een_club sporten sportclub* "
    "sportverenig* sporters turnen judo voetballen ploegsport* sportlessen sportkamp* "
    "bewegen_in_clubverband leren_zwemmen kunnen_zwemmen zwemt zwemdiploma*",
    "culture": "cultuur* cultureel* kunst* theater* museum* podium* concert* academie* tekenles "
    "cultuurparticip* deeltijds_kunst* *kunstonderwijs* atelier* cultuurdeelname "
    "naar_het_theater naar_een_concert naar_de_film voorstellingen kunstenaars "
    "kunstenaar zangers muzikanten muziekles* tekenen dansen toneel* cultuurhuis* "
    "cultuuraanbod tentoonstelling* muziek*",
    "holiday_play": "speelplein* vakantie* zomerkamp* zomeraanbod op_kamp kampen speelweefsel "
    "speelruimt* speeltuin* buitenspe* buiten_spelen zomerschool* in_de_zomer* "
    "vakantieaanbod speelstra* kindvriendelijk* vakantieopvang spelen_buiten "
    "buiten_te_spelen speelterrein* speelbos* ravotten schommels speeltuigen "
    "zomervakantie paasvakantie schoolvakantie* speelruimte kinderen_spelen "
    "veilig_spelen op_vakantie vakantiekamp* uitstapjes",
    "youth_work": "jeugdwerk* jeugdhui* jeugdbeweg* jeugdverenig* jeugdclub* jeugdwelzijn* "
    "jeugdlokaal* chiro scouts vrije_tijd* vrijetijd* fuiven fuifzaal* jeugdraad* "
    "hangplek* jeugdhuizen jongeren_hebben_een_plek plek_voor_jongeren "
    "eigen_stek_voor_jongeren fuif fuiven_*veilig* leiding_van_jeugd* ksa klj "
    "jeugdlokalen jongerenwerk* jeugdwelzijnswerk repetitieruimte*",
    "associations": "vereniging* verenigingsleven vrijwilliger* vrijwilligerswerk clubwerking* "
    "ledenwerving bestuursleden ontmoetingscentr* gemeenschapscentr* dorpshui* "
    "buurthui* clubs_en_kringen clubs verenigingen bestuurslid helpende_handen "
    "vrijwilligers_vinden tekort_aan_vrijwilligers genoeg_bestuursleden socio-cultur* "
    "zaal_huren zaaltjes lokalen_voor_verenig* zaalverhuur* engagement_van_burgers "
    "vrijwillig*",
    "participation": "inspraak* burgerparticip* burgerbegrot* meebeslis* wijkbudget* burgerinitiat* "
    "cocreat* adviesra* burgerpanel* betrokken_bij_het_beleid meepraten_over "
    "participatietraject* wijkraad* mee_beslissen beslissen_zelf beslissen_mee "
    "luisteren_naar_inwoners inwoners_denken_mee denken_mee meedenken bevraagd_over "
    "mening_van_inwoners mening_telt stem_van inwoners_kiezen_zelf "
    "eigen_budget_voor_wijk* ideeën_van_inwoners burgers_aan_zet plannen_samen_met "
    "zeg_in inwonersbevrag*",
    "service": "dienstverlen* loket* onthaal* bereikbaar_bestuur klare_taal digitaal_loket "
    "*e-loket* snelbalie* administratieve_vereenvoud* buurtloket* sociaal_huis "
    "vermaatschappelijk* wachttijd_aan_het_loket afspraak_maken balie "
    "wachten_aan_het_loket zaterdag_open vlot_geholpen snel_geholpen "
    "aanvragen_afhandel* vergunning_aanvragen administratie papierwerk één_loket "
    "aanspreekpunt_voor_al openingsuren doorverwezen",
    "data_sharing": "gegevensdel* gegevens_delen beroepsgeheim casusoverleg datagedreven "
    "omgevingsanalyse cijfers_delen informatiedel*",
    "public_space": "publieke_ruimte openbare_ruimte plein* dorpskern* dorpsplein* stadskern* "
    "heraanleg* kernversterk* straatmeubil* bankjes openbaar_toilet "
    "*straatverlichting* verlicht straatlampen licht_in_de_straten zuinig_licht "
    "straten_en_pleinen dorpshart zitbank* rustbank* straatbeeld marktplein "
    "heraangelegd* gezellig_plein ontmoetingsplein*",
    "animals": "dierenwelz* zwerfkat* huisdier* dierenasiel* hond* losloopweide* katten honden "
    "dieren_verwaarloosd asieldieren duiven",
    "heritage_events": "evenement* kermis* stoet* carnaval markt* volksfeest* jaarmarkt* feesten "
    "festival* braderie* kerstmarkt* optocht*",
    "family_planning": "anticonceptie tienermoeder* tienerzwanger* seksuele_gezondheid soa* abortus* "
    "ongewenste_zwanger* voorbehoedsmiddel* pil condoom* seksuele_voorlichting",
    "prostitution_trafficking": "sekswerk* prostitu* mensenhandel tienerpooier*",
    "development_cooperation": "fair_trade duurzame_ontwikkel* sdg* wereldwijd* noord-zuid mondiaal* stedenband*",
    "student_housing": "studentenkot* studentenhuisvest* kotstudent* op_kot koten kot studenten_huren "
    "studenten_wonen studentenkamer*",
    "learning_transition": "stap_van_de_*kleuterklas overgang_naar_secundair studiekeuze* overstap* "
    "technisch_onderwijs stem-* studierichting* beroepskeuze* duaal_leren "
    "schakeljaar*",
    "rental_discrimination": "huurmarkt huurdiscriminat* discriminatie_op_de_*huur* "
    "discriminatie_op_de_private praktijktest*_huur "
    "kandidaat-huurder* geweigerd_door_een_verhuurder "
    "huurders_weiger*",
    "disability_inclusion": "mensen_met_een_beperking_doen_mee meedoen_met_een_beperking "
    "inclusieve_vrije_tijd hulpmiddel* prikkelarm* autismevriendelijk* g-sport "
    "begeleidershond* doof dove gebarentaal",
    "internships": "stageplaats* stageplek* stagiair* leerwerkplaats* werkplekleren "
    "arbeidsmarktgerichte leerlingen_*bij_bedrijven leren_op_de_werkvloer stages",
    "start_ups": "starters beginnende_ondernemer* eigen_zaak zaak_beginnen een_zaak_te "
    "start*_een_zaak start*_een_eigen zelfstandige_worden starters*_begeleid* "
    "ondernemerschap pop-up* jonge_ondernemer* startende_zelfstandig* starterscentr* "
    "ondernemen",
    "leisure_poverty": "uitpas kansentarief* sociaal_tarief_voor_vrije vrije_tijd_betaalbaar "
    "betaalbare_vrije_tijd krap_bij_kas_zit financiële_drempels_voor "
    "vrijetijdsparticip* geld_voor_een_hobby hobby* lidgeld_te",
    "heritage": "archief* archiefstuk* oude_foto's monument* kerken kerk herbestem* molens "
    "verleden_van geschiedenis historisch* begraafplaatsen_*waardevol* immaterieel "
    "parochiekerk* kapel* nieuwe_bestemming",
    "council_transparency": "gemeenteraad verslagen_van agenda's_en_verslagen raadszitting* openbaarheid "
    "transparant* livestream* beslissingen_volgen besluiten_raadpleg*",
    "communication": "gemeentelijke_communicatie communicatie_van_het_*bestuur klare_taal infoblad* "
    "brief_van_de* brief_of_website website_van_de_stad nieuwsbrief* "
    "bereikt_haar_inwoners inwoners_bereiken begrijpelijke_taal "
    "begrijpelijk_geschrev* iedereen_begrijpt iedereen_hem eenvoudig_geschreven "
    "ambtenarentaal brieven_die_iedereen snapt sociale_media_van_de_gemeente",
    "child_participation": "kindergemeenteraad* jeugdraad* kinderraad* "
    "kinderinspraak jongereninspraak "
    "wie_nog_niet_mag_stemmen nog_niet_mag_stemmen inspraak_van_kinderen "
    "inspraak_van_jongeren jongeren_beslissen jongeren_mee kinderrecht*",
    "housing_transition": "doorstroming_van_de_transitwoning overgang_van_opvang_naar",
    "air_noise": "luchtkwaliteit propere_lucht zuivere_lucht fijn_stof gezonde_lucht vervuilde_lucht luchtvervuil*",
    "migration_work": "arbeidsmigrant* seizoensarbeid* buitenlandse_werknemer*",
    "roma": "roma romagezin*",
    "grandparents": "grootouder* oma opa",
    "intergenerational": "jong_en_oud generaties intergenerat*",
    "wastewater": "afvalwater riool* riolering* waterkwaliteit zuivere_beken vervuilde_beken "
    "propere_waterloop* lozing* beken",
    "fall_prevention": "valprevent* heup* onderuit* valpartij* vallen_thuis valrisico "
    "val_in_huis vallen_en_breken ten_val",
    "electric_mobility": "laadpa* elektrische_wagen* elektrische_auto* opladen_van",
    "illegal_work": "in_het_zwart zwartwerk sociale_fraude schijnzelfstandig*",
    "staff_policy": "oudere_werknemer* ontslag_van personeelsbeleid welzijn_op_het_werk werkdruk",
    "gender_choice": "technisch_beroep vrouwen_in_de_politiek techniek stem",
    "building_energy": "gasverbruik energieverbruik_van_gebouwen verbruik_van_het_zwembad "
    "verbruik_van_gemeentegebouwen gemeentelijk_patrimonium "
    "minder_gas gebouwen_zuiniger",
    "school_climate": "lucht_in_de_klas* klaslokalen schoolgebouw* schoolinfrastructuur",
}

# For whom: sharing only this makes goals related, not the same.
PEOPLE: Patterns = {
    "children": "kind* kinderen baby* peuter* kleuter* minderjarig* lagereschool*",
    "youth": "jongere* jeugd* tiener* adolescent* jongvolwassen* puber* jong_volwassen*",
    "pupils": "leerling* scholier* scholen schoolkind* klas klassen school secundair",
    "students": "student* cursist*",
    "families": "gezin* huishoud* famil* ouder ouders moeder* vader* mama* papa* grootouder* "
    "eenoudergezin* alleenstaande_ouder*",
    "single_parents": "alleenstaand*_ouder* eenoudergezin* alleenstaand*_moeder*",
    "elderly": "ouderen oudere_* senior* bejaard* 65-plus* 65plus* 80-plus* 80plus* "
    "gepensioneerd* bewoners_van_woonzorg* oudjes",
    "disability": "beperking* handicap* rolstoelgebruik* mindervalid* autisme*",
    "low_income": "laag_inkomen lage_inkomens klein_budget kwetsba*_gezin* kwetsbare_groep* "
    "kansengroep* mensen_in_armoede minderbegoed* leefloon* portemonnee betaalba* "
    "minvermogend* krap_bij_kas weinig_geld geld gezinnen_in_armoede kwetsba* "
    "uitkering* bijstand kansarm* wie_het_niet_breed hoog_inkomen geldgebrek",
    "foreign_language": "anderstalig* nieuwkomer* vluchteling* migra* herkomst andere_thuistaal",
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
