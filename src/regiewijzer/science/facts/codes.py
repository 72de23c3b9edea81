"""Which codes do facts use? Forms, powers, origins and answers that are chosen, not counted."""

from enum import StrEnum

Ref = int | str  # whatever names a record to the caller: a database key, a KBO number


class Form(StrEnum):
    """Governance form of a network, from light to heavy (Provan & Kenis 2008)."""

    SELF_REGULATING = "self_regulating"
    LEAD_ORGANISATION = "lead_organisation"
    NAO = "nao"


class Power(StrEnum):
    """Type of a steering instrument, from little to much enforcement power in the default order (seeds 000, 004)."""

    COMMUNICATIVE = "communicative"
    MARKET = "market"
    FINANCIAL = "financial"
    LEGAL = "legal"


class Origin(StrEnum):
    """Who called a network or instrument into being.

    RECOGNISED: the authority wants it itself, and takes the conditions of a recognition or subsidy with it.
    """

    OWN = "own"
    RECOGNISED = "recognised"
    FLANDERS = "flanders"
    FEDERAL = "federal"
    PROVINCE = "province"
    OTHER = "other"

    @property
    def mandated(self) -> bool:
        """Whether another government obliges the authority to have it."""
        return self not in (Origin.OWN, Origin.RECOGNISED)


class NetworkLayer(StrEnum):
    """What a network is in the whole it belongs to, or by itself (the layers Flemish municipalities tell apart)."""

    GENERAL = "general"
    NETWORK_GROUP = "network_group"
    STEERING_GROUP = "steering_group"
    WORKING_GROUP = "working_group"
    ADVISORY_COUNCIL = "advisory_council"
    LEGAL_STRUCTURE = "legal_structure"


class Intensity(StrEnum):
    """How much partners do together, from little to much (Voets, Lokaal 9/2022)."""

    INFORM = "inform"
    ALIGN = "align"
    DO_TOGETHER = "do_together"


class InstrumentStatus(StrEnum):
    """Where an instrument stands; DISPLAY_CASE is the stick that works unused (seed 000)."""

    PLANNED = "planned"
    IN_USE = "in_use"
    DISPLAY_CASE = "display_case"
    ENDED = "ended"


class Interplay(StrEnum):
    """How one instrument acts on another."""

    REINFORCES = "reinforces"
    WEAKENS = "weakens"
    NEEDS = "needs"
    REPLACES = "replaces"


class PowerUse(StrEnum):
    """Whether the power behind an instrument was ever used: unused it can work as a stick, or do nothing (seed 000)."""

    USED = "used"
    UNUSED_WORKS = "unused_works"
    UNUSED_IDLE = "unused_idle"


class Pitfall(StrEnum):
    """What can go wrong with an instrument. The first three are named in seeds 000 and 001."""

    IDLE = "idle"
    WRONG_BIDDER = "wrong_bidder"
    TALK_ONLY = "talk_only"
    RESISTANCE = "resistance"
    EMPTY_THREAT = "empty_threat"
    DEPENDENCE = "dependence"
    MIXED_MESSAGES = "mixed_messages"
    SMALL_EXCLUDED = "small_excluded"


class Presence(StrEnum):
    """How many partners on the territory can do what an instrument asks."""

    NONE = "none"
    ONE = "one"
    SEVERAL = "several"


class Level(StrEnum):
    """Where a network may have effect (Provan & Milward 2001)."""

    COMMUNITY = "community"
    NETWORK = "network"
    ORGANISATIONS = "organisations"


class Phase(StrEnum):
    """Phases of a network (seed 004): exploring the issue, sharpening the problem, setting goals, acting."""

    EXPLORE = "explore"
    SHARPEN = "sharpen"
    GOALS = "goals"
    ACTION = "action"


class InputSource(StrEnum):
    """How a measurement came about, from most to least certain."""

    SURVEY = "survey"
    WORKSHOP = "workshop"
    ESTIMATE = "estimate"


class ActionState(StrEnum):
    """How far an action is."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class Advice(StrEnum):
    """How to take up a challenge: what the questions of `choice` can lead to, and what somebody can decide."""

    DO_ALONE = "do_alone"
    INVOLVE_RESIDENTS = "involve_residents"
    OUTSOURCE = "outsource"
    LET_ONE_PARTNER = "let_one_partner"
    MAKE_AGREEMENT = "make_agreement"
    USE_EXISTING = "use_existing"
    SEARCH_FIRST = "search_first"
    EXPLORE_FIRST = "explore_first"
    OFFER_FIRST = "offer_first"
    DO_NOT_START = "do_not_start"
    START_NETWORK = "start_network"
    CONTINUE_NETWORK = "continue_network"
    STOP_NETWORK = "stop_network"


class Layer(StrEnum):
    """Layers of an authority, from top to bottom."""

    BOARD = "board"
    MANAGEMENT = "management"
    STAFF = "staff"


class Attitude(StrEnum):
    """The eight conditions for steering (seed 003)."""

    PARTNER_NEEDS = "partner_needs"
    ADVANTAGES = "advantages"
    ROOM_FOR_STAFF = "room_for_staff"
    ENTERPRISING_STAFF = "enterprising_staff"
    ESPRIT_DE_CORPS = "esprit_de_corps"
    SERVING = "serving"
    VAGUE_GOALS = "vague_goals"
    PROCESS_FIRST = "process_first"
