"""The experimenter's form (kokeilija, experimenterare): what only it asks."""

from digikunta_cli.importing.form_shared import BASES, SHARED
from digikunta_cli.importing.questions import Kind, Option, Question
from digikunta_cli.model import Role

_ROLE = frozenset({Role.EXPERIMENTER})


def _ask(field: str, kind: Kind, *wordings: str, options: tuple[Option, ...] = ()) -> Question:
    return Question(field=field, kind=kind, roles=_ROLE, wordings=wordings, options=options)


def _must(field: str, kind: Kind, *wordings: str, options: tuple[Option, ...] = ()) -> Question:
    return Question(
        field=field, kind=kind, roles=_ROLE, wordings=wordings, options=options, required=True
    )


_SERVICE_AREAS = (
    Option(
        "education",
        (
            "varhaiskasvatus ja opetus",
            "småbarnspedagogik och undervisning",
            "early education and schools",
        ),
    ),
    Option(
        "culture",
        ("kulttuuri, nuoriso ja liikunta", "kultur, ungdom och idrott", "culture, youth and sport"),
    ),
    Option(
        "planning",
        (
            "kaavoitus, rakentaminen ja ympäristö",
            "planläggning, byggande och miljö",
            "planning, building and environment",
        ),
    ),
    Option(
        "employment",
        ("työllisyys ja elinkeinot", "sysselsättning och näringsliv", "employment and business"),
    ),
    Option(
        "administration",
        (
            "hallinto, talous ja henkilöstö",
            "förvaltning, ekonomi och personal",
            "administration, finance and staff",
        ),
    ),
    Option(
        "communication",
        (
            "viestintä ja osallisuus",
            "kommunikation och delaktighet",
            "communication and participation",
        ),
    ),
    Option("other", ("muu", "muu, mikä?", "annat", "annat, vad?", "other")),
)
_STAGES = (
    Option("idea", ("idea", "idé")),
    Option("planned", ("suunnitteilla", "planeras", "planned")),
    Option("running", ("käynnissä", "pågår", "running")),
    Option("growing", ("laajentamassa", "utvidgas", "growing")),
)
_FORMS = (
    Option("alone", ("yksin", "ensam", "alone")),
    Option("group", ("kuntaryhmä", "kommungrupp", "group of municipalities")),
    Option(
        "joint",
        (
            "yhteishanke muiden toimijoiden kanssa",
            "gemensamt projekt med andra aktörer",
            "joint project with others",
        ),
    ),
)
_SUPPORT = (
    Option(
        "expertise",
        (
            "Kilpailutettua osaamista",
            "Konkurrensutsatt kompetens",
            "Procured expertise",
            "Kilpailutettua osaamista, tietoa, menetelmäosaamista, ideoiden rikastuttamista",
            "Konkurrensutsatt kompetens, metodologisk kompetens, erfarenheter, förädling av idéer",
        ),
    ),
    Option(
        "mentor",
        (
            "Kokeilukummi, mentori tai sparraaja kunnasta tai muualta",
            "Kokeilukummeja, mentoreita tai sparraajia kunnista ja muualta",
            "Försöksfadder, mentor eller sparrare från en kommun eller annat håll",
            "Försöksfaddrar, mentorer eller sparrare från kommunerna och andra håll",
            "Experiment sponsor, mentor or sparring partner",
        ),
    ),
    Option(
        "events",
        (
            "Teemoittaisia tilaisuuksia",
            "Temaspecifika tillställningar",
            "Temaspecifika tillställningar som ordnas av FM och/eller via andra nätverk",
            "Theme events",
        ),
    ),
    Option(
        "funding",
        (
            "Kokeilurahoitusta pienkokeiluun",
            "Kokeilurahoitusta",
            "Försöksfinansiering",
            "Försöksfinansiering för småskaliga försök",
            "Statsrådets försöksfinansieringsplattform",
            "Funding for a small experiment",
        ),
    ),
    Option(
        "digikiri",
        (
            "Mahdollisuus osallistua digikiri-tutkimukseen tai hyödyntää sen tuloksia",
            "Möjlighet att delta i digispurtsundersökningen eller utnyttja dess resultat",
            "Taking part in the digikiri study or using its results",
        ),
    ),
    Option(
        "scaling",
        (
            "Tukea kokemusten skaalaukseen ja säästövaikutusten laskemiseen",
            "Stöd för skalning av erfarenheter och beräkning av besparingar",
            "Support for scaling and calculating savings",
        ),
    ),
    Option(
        "visibility",
        ("Viestintää ja näkyvyyttä", "Kommunikation och synlighet", "Communication and visibility"),
    ),
    Option(
        "procurement",
        ("Innovatiivisia hankintoja", "Innovativ upphandling", "Innovative procurement"),
    ),
    Option("other", ("muu, mikä?", "annat, vad?", "other, please specify")),
)
_IMPORTANT = (
    Option(
        "size",
        ("samankokoinen kunta", "kommun av samma storlek", "municipality of the same size"),
    ),
    Option("language", ("sama kieli", "samma språk", "same language")),
    Option("region", ("sama maakunta", "samma landskap", "same region")),
    Option("system", ("sama tietojärjestelmä", "samma system", "same system")),
    Option(
        "savings",
        (
            "kokemusta säästöjen laskemisesta",
            "erfarenhet av att beräkna besparingar",
            "experience of calculating savings",
        ),
    ),
)
_FUNDING = (
    Option("yes", ("kyllä", "ja", "yes")),
    Option("maybe", ("ehkä", "kanske", "maybe")),
    Option("no", ("ei", "nej", "no")),
)

QUESTIONS = (
    *SHARED,
    _must("title", Kind.TEXT, "Kokeilun nimi", "Försökets namn", "Name of the experiment"),
    _must(
        "topics",
        Kind.TOPICS,
        "Mihin aiheisiin kokeilu liittyy?",
        "Vilka teman gäller försöket?",
        "Topics of the experiment",
    ),
    _ask(
        "service_area",
        Kind.CHOICE,
        "Mitä palvelualuetta kokeilu koskee?",
        "Vilket serviceområde gäller försöket?",
        "Service area",
        options=_SERVICE_AREAS,
    ),
    _must(
        "need",
        Kind.LONG,
        "Mikä tarve tai ongelma kokeilulla ratkaistaan?",
        "Vilket behov eller problem löses med försöket?",
        "Which need or problem does the experiment solve?",
    ),
    _must(
        "plan",
        Kind.LONG,
        "Mitä kokeillaan ja miten toiminta muuttuu?",
        "Vad prövas och hur förändras verksamheten?",
        "What is tried and how does the work change?",
    ),
    _ask(
        "stage",
        Kind.CHOICE,
        "Kokeilun vaihe",
        "Försökets skede",
        "Stage of the experiment",
        options=_STAGES,
    ),
    _ask(
        "start",
        Kind.TEXT,
        "Arvioitu aloitus (kk/vvvv)",
        "Beräknad start (mm/åååå)",
        "Expected start",
    ),
    _ask(
        "months",
        Kind.NUMBER,
        "Arvioitu kesto (kk)",
        "Kesto (kk)",
        "Längd (mån)",
        "Beräknad längd (mån)",
        "Duration (months)",
    ),
    _ask(
        "form",
        Kind.CHOICE,
        "Toteuttamistapa",
        "Form för genomförandet",
        "Carried out",
        options=_FORMS,
    ),
    _ask(
        "partners",
        Kind.LONG,
        "Muut osallistuvat kunnat ja yhteistyökumppanit",
        "Övriga deltagande kommuner och samarbetsparter",
        "Other municipalities and partners",
    ),
    _must(
        "support",
        Kind.MANY,
        "Mitä tukea kokeilu tarvitsee?",
        "Vilket stöd behöver försöket?",
        "Support needed",
        options=_SUPPORT,
    ),
    _ask(
        "expertise",
        Kind.LONG,
        "Millaista osaamista tai sparrausta etsitte?",
        "Hurdan kompetens eller sparring söker ni?",
        "Expertise sought",
    ),
    _ask(
        "important",
        Kind.MANY,
        "Mikä sparraajassa on teille tärkeää?",
        "Vad är viktigt för er hos sparraren?",
        "What matters in a mentor",
        options=_IMPORTANT,
    ),
    _ask(
        "volume",
        Kind.NUMBER,
        "Tapahtumien määrä vuodessa (kpl)",
        "Antal ärenden per år",
        "Cases a year",
    ),
    _ask(
        "minutes_now",
        Kind.NUMBER,
        "Työaika nykyisin (min/tapahtuma)",
        "Arbetstid nu (min/ärende)",
        "Minutes a case now",
    ),
    _ask(
        "minutes_target",
        Kind.NUMBER,
        "Työaika tavoite (min/tapahtuma)",
        "Arbetstid mål (min/ärende)",
        "Minutes a case, target",
    ),
    _ask(
        "hour_price",
        Kind.NUMBER,
        "Työtunnin keskimääräinen hinta (€)",
        "Genomsnittligt pris på en arbetstimme (€)",
        "Average price of a working hour (€)",
    ),
    _ask(
        "running_cost",
        Kind.NUMBER,
        "Digitaalisen palvelun kustannus (€/vuosi)",
        "Kostnad för den digitala tjänsten (€/år)",
        "Cost of the digital service (€/year)",
    ),
    _ask(
        "one_off_cost",
        Kind.NUMBER,
        "Kertaluonteiset kustannukset (€)",
        "Engångskostnader (€)",
        "One-off costs (€)",
    ),
    _ask(
        "own_estimate",
        Kind.NUMBER,
        "Oma arvio säästöstä (€/vuosi)",
        "Egen bedömning av besparingen (€/år)",
        "Own estimate of the saving (€/year)",
    ),
    _ask(
        "estimate_basis",
        Kind.CHOICE,
        "Mihin arvio perustuu?",
        "Vad grundar sig bedömningen på?",
        "Bedömningens grund",
        "What is the estimate based on?",
        options=BASES,
    ),
    _ask(
        "customer_experience",
        Kind.LONG,
        "Miten asiakaskokemusta mitataan?",
        "Hur mäts kundupplevelsen?",
        "How is customer experience measured?",
    ),
    _ask(
        "funding",
        Kind.CHOICE,
        "Tarvitseeko kokeilu rahoitusta?",
        "Behöver försöket finansiering?",
        "Does the experiment need funding?",
        options=_FUNDING,
    ),
    _ask(
        "funding_sum",
        Kind.NUMBER,
        "Arvio rahoitustarpeesta (€)",
        "Uppskattning av finansieringsbehovet (€)",
        "Estimated funding (€)",
    ),
)
