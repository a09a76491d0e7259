"""Questions that both registration forms ask, as they are worded in three languages."""

from digikunta_cli.importing.questions import Kind, Option, Question

LANGUAGES = (
    Option("fi", ("suomi", "finska", "suomeksi", "Finnish", "fi")),
    Option("sv", ("ruotsi", "svenska", "ruotsiksi", "Swedish", "sv")),
    Option("en", ("englanti", "engelska", "englanniksi", "English", "en")),
)
CONTACT_LANGUAGES = (
    *LANGUAGES[:2],
    Option("both", ("molemmat", "båda", "both", "suomi ja ruotsi", "finska och svenska")),
)
ORGANISATION_TYPES = (
    Option("municipality", ("kunta", "kommun", "municipality", "kaupunki", "stad", "city")),
    Option(
        "group",
        (
            "kuntaryhmä tai seutukunta",
            "kuntaryhmä",
            "seutukunta",
            "kommungrupp eller ekonomisk region",
            "kommungrupp",
            "group of municipalities or sub-region",
            "group of municipalities",
        ),
    ),
    Option("joint-authority", ("kuntayhtymä", "samkommun", "joint municipal authority")),
    Option("region", ("maakunta", "landskap", "region", "maakunnan liitto", "landskapsförbund")),
    Option("state", ("valtion viranomainen", "statlig myndighet", "state authority")),
    Option(
        "university",
        (
            "yliopisto, AMK tai tutkimuslaitos",
            "yliopisto, ammattikorkeakoulu tai tutkimuslaitos",
            "universitet, yrkeshögskola eller forskningsinstitut",
            "university, university of applied sciences or research institute",
            "korkeakoulu",
            "yliopisto",
            "universitet",
            "högskola",
            "university",
        ),
    ),
    Option("company", ("yritys", "företag", "company")),
    Option(
        "association", ("järjestö", "yhdistys", "organisation", "förening", "association", "NGO")
    ),
    Option(
        "other", ("muu", "muu, mikä?", "annat", "annat, vad?", "other", "other, please specify")
    ),
)
BASES = (
    Option(
        "measured",
        (
            "mitattu ennen–jälkeen",
            "mitattu ennen ja jälkeen",
            "mätt före och efter",
            "measured before and after",
        ),
    ),
    Option(
        "calculated",
        (
            "laskettu työajasta ja volyymista",
            "beräknad utifrån arbetstid och volym",
            "calculated from working time and volume",
        ),
    ),
    Option("expert", ("asiantuntija-arvio", "expertbedömning", "expert judgement")),
    Option(
        "not-assessed",
        (
            "ei ole arvioitu",
            "ei ole vielä arvioitu",
            "inte bedömd",
            "har inte bedömts ännu",
            "ännu inte bedömd",
            "not assessed",
            "not yet assessed",
        ),
    ),
)

ORGANISATION = (
    Question(
        field="organisation",
        kind=Kind.TEXT,
        required=True,
        wordings=(
            "Ilmoittautuvan kunnan tai organisaation nimi",
            "Namnet på kommunen eller organisationen som anmäler sig",
            "Municipality or organisation",
            "Kunta tai organisaatio",
            "Organisaation nimi",
            "Kunnan nimi",
            "Name of the municipality or organisation",
        ),
    ),
    Question(
        field="organisation_type",
        kind=Kind.CHOICE,
        options=ORGANISATION_TYPES,
        wordings=("Organisaation tyyppi", "Typ av organisation", "Type of organisation"),
    ),
)
CONTACT = (
    Question(
        field="contact_name",
        kind=Kind.TEXT,
        personal=True,
        required=True,
        wordings=(
            "Yhteyshenkilö: Nimi",
            "Yhteyshenkilön nimi",
            "Yhteyshenkilö",
            "Kontaktperson: namn",
            "Kontaktpersonens namn",
            "Kontaktperson",
            "Contact: name",
            "Contact name",
            "Contact person",
            "Nimi",
            "Namn",
        ),
    ),
    Question(
        field="contact_title",
        kind=Kind.TEXT,
        personal=True,
        wordings=(
            "Yhteyshenkilö: Tehtävänimike",
            "Tehtävänimike",
            "Yhteyshenkilön tehtävänimike",
            "Kontaktperson: titel",
            "Titel",
            "Kontaktpersonens titel",
            "Contact: title",
            "Job title",
        ),
    ),
    Question(
        field="contact_email",
        kind=Kind.TEXT,
        personal=True,
        required=True,
        wordings=(
            "Yhteyshenkilö: Sähköposti",
            "Sähköposti",
            "Sähköpostiosoite",
            "Yhteyshenkilön sähköposti",
            "Kontaktperson: e-post",
            "E-post",
            "E-postadress",
            "Kontaktpersonens e-post",
            "Contact: e-mail",
            "E-mail",
            "Email address",
        ),
    ),
    Question(
        field="contact_phone",
        kind=Kind.TEXT,
        personal=True,
        wordings=(
            "Yhteyshenkilö: Puhelin",
            "Puhelin",
            "Puhelinnumero",
            "Kontaktperson: telefon",
            "Telefon",
            "Telefonnummer",
            "Contact: phone",
            "Phone",
            "Phone number",
        ),
    ),
    Question(
        field="contact_language",
        kind=Kind.CHOICE,
        options=CONTACT_LANGUAGES,
        wordings=("Toivottu asiointikieli", "Önskat kontaktspråk", "Preferred language"),
    ),
)
CLOSING = (
    Question(
        field="digikiri",
        kind=Kind.CHOICE,
        wordings=(
            "Osallistuminen kuntasektorin digikiri-tutkimukseen",
            "Deltagande i kommunsektorns digispurtsundersökning",
            "Digikiri study",
            "Taking part in the digikiri study",
        ),
        options=(
            Option("yes", ("osallistumme", "vi deltar", "we take part")),
            Option(
                "interested",
                (
                    "kiinnostunut tuloksista",
                    "intresserad av resultaten",
                    "interested in the results",
                ),
            ),
            Option("no", ("emme osallistu", "vi deltar inte", "we do not take part")),
            Option("unsure", ("en osaa sanoa", "kan inte säga", "vet inte", "don't know")),
        ),
    ),
    Question(
        field="commitment",
        kind=Kind.YES_NO,
        required=True,
        wordings=(
            "Sitoudumme jakamaan verkostolle tulokset, onnistumiset ja epäonnistumiset"
            " sekä tietoa ja avointa dataa",
            "Sitoudumme jakamaan verkostolle kokeilun tulokset, onnistumiset ja epäonnistumiset"
            " sekä tietoa ja avointa dataa",
            "Vi förbinder oss att dela resultat, framgångar och misslyckanden samt information"
            " och öppna data med nätverket",
            "Vi förbinder oss att dela försökets resultat, framgångar och misslyckanden samt"
            " information och öppna data med nätverket",
            "Commitment to share",
            "We commit to sharing results, successes and failures, information and open data"
            " with the network",
        ),
    ),
    Question(
        field="sharing",
        kind=Kind.YES_NO,
        required=True,
        options=(
            Option(
                "no", ("vain koordinaattorille", "endast till koordinatorn", "coordinator only")
            ),
        ),
        wordings=(
            "Yhteystietomme saa jakaa digikehitysverkostolle",
            "Våra kontaktuppgifter får delas med digiutvecklingsnätverket",
            "Contacts may be shared",
            "Our contact details may be shared with the network",
        ),
    ),
    Question(
        field="ideas",
        kind=Kind.LONG,
        wordings=(
            "Ideat, kysymykset ja toiveet",
            "Idéer, frågor och önskemål",
            "Ideas, questions",
            "Ideas, questions and wishes",
        ),
    ),
    Question(
        field="publish",
        kind=Kind.CHOICE,
        options=(
            Option("yes", ("kyllä", "ja", "yes")),
            Option("no", ("ei", "nej", "no")),
            Option(
                "ask",
                ("sovitaan erikseen", "avtalas särskilt", "to be agreed", "agreed separately"),
            ),
        ),
        wordings=(
            "Esimerkkimme saa julkaista verkoston aineistoissa",
            "Kokeilumme saa julkaista verkoston aineistoissa",
            "Vårt exempel får publiceras i nätverkets material",
            "Vårt försök får publiceras i nätverkets material",
            "May be published",
            "Our example may be published in the network's material",
        ),
    ),
)
SHARED = (*ORGANISATION, *CONTACT, *CLOSING)
