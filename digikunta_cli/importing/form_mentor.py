"""The mentor's form (vaikuttaja / sparraaja, påverkare / sparrare): what only it asks."""

from digikunta_cli.importing.form_shared import BASES, LANGUAGES, SHARED
from digikunta_cli.importing.questions import Kind, Option, Question
from digikunta_cli.model import Role

_ROLE = frozenset({Role.MENTOR})

_STAGES = (
    Option(
        "in-use",
        ("käytössä koko organisaatiossa", "i bruk i hela organisationen", "in use everywhere"),
    ),
    Option(
        "in-use-partly",
        (
            "käytössä osassa organisaatiota",
            "käytössä osassa",
            "i bruk i en del av organisationen",
            "i bruk i en del",
            "in use in part",
        ),
    ),
    Option(
        "piloted",
        (
            "pilotoitu, tulokset saatavilla",
            "pilotförsök, resultat finns",
            "piloted, results available",
        ),
    ),
    Option("started", ("vasta käynnistetty", "nyligen inlett", "nyligen inledd", "just started")),
)
_SUPPORT = (
    Option(
        "mentor",
        (
            "Kokeilukummina, mentorina tai sparraajana toimiminen",
            "kokeilukummina, mentorina tai sparraajana",
            "Försöksfadder, mentor eller sparrare",
            "Experiment sponsor, mentor or sparring partner",
        ),
    ),
    Option(
        "expertise",
        (
            "Menetelmä- tai sisältöosaaminen kokeilun aiheesta",
            "menetelmä- tai sisältöosaaminen",
            "Metod- eller sakkunskap om försökets tema",
            "metod- eller sakkunskap",
            "Method or subject expertise",
        ),
    ),
    Option(
        "visit",
        (
            "Tutustumiskäynti tai työpaja luonamme",
            "tutustumiskäynti tai työpaja",
            "Studiebesök eller workshop hos oss",
            "studiebesök eller workshop",
            "Study visit or workshop",
        ),
    ),
    Option(
        "talk",
        (
            "Puheenvuoro teematilaisuudessa",
            "Anförande vid ett temamöte",
            "anförande vid temamöte",
            "Talk at a theme event",
        ),
    ),
    Option(
        "models",
        (
            "Valmiit mallit, asiakirjat tai lähdekoodi",
            "mallit, asiakirjat, lähdekoodi",
            "Färdiga modeller, dokument eller källkod",
            "modeller, dokument, källkod",
            "Models, documents, source code",
        ),
    ),
    Option(
        "savings",
        (
            "Apu säästövaikutusten laskemiseen",
            "säästövaikutusten laskeminen",
            "Hjälp med att beräkna besparingar",
            "beräkning av besparingar",
            "Calculating savings",
        ),
    ),
    Option(
        "procurement",
        (
            "Innovatiivisten hankintojen kokemus",
            "innovatiiviset hankinnat",
            "Erfarenhet av innovativ upphandling",
            "innovativ upphandling",
            "Innovative procurement",
        ),
    ),
    Option(
        "communication",
        (
            "Viestinnän mallit ja kokemukset",
            "viestintä",
            "Modeller och erfarenheter av kommunikation",
            "kommunikation",
            "Communication",
        ),
    ),
    Option("other", ("muu, mikä?", "annat, vad?", "other, please specify")),
)
_SIZES = (
    Option("under-5000", ("alle 5 000", "under 5 000", "alle 5000", "under 5000")),
    Option("5000-20000", ("5 000–20 000", "5000–20000")),
    Option("20000-50000", ("20 000–50 000", "20000–50000")),
    Option("50000-100000", ("50 000–100 000", "50000–100000")),
    Option("over-100000", ("yli 100 000", "över 100 000", "over 100 000", "yli 100000")),
    Option(
        "any",
        ("kaiken kokoisille", "alla storlekar", "för kommuner av alla storlekar", "all sizes"),
    ),
)
_HOURS = (
    Option("1-2", ("1–2", "1-2")),
    Option("3-5", ("3–5", "3-5")),
    Option("6-10", ("6–10", "6-10")),
    Option("over-10", ("yli 10", "över 10", "over 10")),
)

QUESTIONS = (
    *SHARED,
    Question(
        field="topics",
        kind=Kind.TOPICS,
        roles=_ROLE,
        required=True,
        wordings=(
            "Missä aiheissa voitte toimia vaikuttajana tai sparraajana?",
            "Inom vilka teman kan ni vara påverkare eller sparrare?",
            "Topics you can help with",
        ),
    ),
    Question(
        field="solution",
        kind=Kind.LONG,
        roles=_ROLE,
        required=True,
        wordings=(
            "Kuvatkaa toteutettu toimintatavan muutos ja siinä hyödynnetty digitaalinen ratkaisu",
            "Beskriv förändringen i verksamhetssättet och den digitala lösning som användes",
            "Describe the change and the digital solution",
        ),
    ),
    Question(
        field="stage",
        kind=Kind.CHOICE,
        roles=_ROLE,
        options=_STAGES,
        wordings=("Muutoksen vaihe", "Förändringens skede", "Stage of the change"),
    ),
    Question(
        field="saving",
        kind=Kind.NUMBER,
        roles=_ROLE,
        wordings=(
            "Toteutunut säästö (€/vuosi)",
            "Uppnådd besparing (€/år)",
            "Realised saving (€/year)",
        ),
    ),
    Question(
        field="saving_basis",
        kind=Kind.CHOICE,
        roles=_ROLE,
        options=BASES,
        wordings=(
            "Mihin säästö perustuu?",
            "Vad grundar sig besparingen på?",
            "What is the saving based on?",
        ),
    ),
    Question(
        field="other_benefits",
        kind=Kind.LONG,
        roles=_ROLE,
        wordings=("Muut hyödyt (asiakkaat, henkilöstö)", "Annan nytta", "Other benefits"),
    ),
    Question(
        field="lessons",
        kind=Kind.LONG,
        roles=_ROLE,
        wordings=(
            "Mikä ei onnistunut tai mitä tekisitte toisin?",
            "Vad lyckades inte eller vad skulle ni göra annorlunda?",
            "What failed, or what would you do differently?",
        ),
    ),
    Question(
        field="support",
        kind=Kind.MANY,
        roles=_ROLE,
        options=_SUPPORT,
        required=True,
        wordings=(
            "Millaista tukea voitte tarjota kokeilijoille?",
            "Hurdant stöd kan ni erbjuda experimenterarna?",
            "Support offered",
        ),
    ),
    Question(
        field="capacity",
        kind=Kind.NUMBER,
        roles=_ROLE,
        required=True,
        wordings=(
            "Kuinka montaa kokeilijaa voitte sparrata samaan aikaan?",
            "Hur många experimenterare kan ni sparra samtidigt?",
            "Experimenters at a time",
        ),
    ),
    Question(
        field="hours",
        kind=Kind.CHOICE,
        roles=_ROLE,
        options=_HOURS,
        wordings=(
            "Kuinka monta tuntia kuukaudessa voitte käyttää sparraukseen?",
            "Kuinka monta tuntia kuukaudessa?",
            "Hur många timmar per månad?",
            "Hours a month",
        ),
    ),
    Question(
        field="sizes",
        kind=Kind.MANY,
        roles=_ROLE,
        options=_SIZES,
        wordings=(
            "Minkä kokoisille kunnille kokemuksenne sopii?",
            "För kommuner av vilken storlek passar er erfarenhet?",
            "Suits which sizes",
        ),
    ),
    Question(
        field="languages",
        kind=Kind.MANY,
        roles=_ROLE,
        options=LANGUAGES,
        required=True,
        wordings=("Millä kielillä voitte sparrata?", "På vilka språk kan ni sparra?", "Languages"),
    ),
    Question(
        field="partners",
        kind=Kind.LONG,
        roles=_ROLE,
        wordings=(
            "Jos ilmoittaudutte yhdessä muiden kanssa, luetelkaa muut osallistujat",
            "Om ni anmäler er tillsammans med andra, räkna upp de övriga",
            "Joint with",
        ),
    ),
)
