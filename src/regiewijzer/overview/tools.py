"""Which tools are there, in the order of a dossier and a workbook? A new tool is a line here."""

from regiewijzer.register.tool import Tool
from regiewijzer.tools.arena import public as arena
from regiewijzer.tools.breakthrough import public as breakthrough
from regiewijzer.tools.choice import public as choice
from regiewijzer.tools.composition import public as composition
from regiewijzer.tools.cooperation import public as cooperation
from regiewijzer.tools.effect import public as effect
from regiewijzer.tools.goals import public as goals
from regiewijzer.tools.governance import public as governance
from regiewijzer.tools.insights import public as insights
from regiewijzer.tools.mandates import public as mandates
from regiewijzer.tools.practice import public as practice
from regiewijzer.tools.readiness import public as readiness
from regiewijzer.tools.roles import public as roles
from regiewijzer.tools.steering import public as steering

TOOLS: tuple[Tool, ...] = (
    arena.TOOL,
    composition.TOOL,
    insights.TOOL,
    governance.TOOL,
    steering.TOOL,
    effect.TOOL,
    readiness.TOOL,
    goals.TOOL,
    cooperation.TOOL,
    choice.TOOL,
    mandates.TOOL,
    breakthrough.TOOL,
    practice.TOOL,
    roles.TOOL,
)
