"""A JupyterHub for a class on one machine: each learner is a user of the system, with a home of their own.

Set by the environment:
  WORKSHOP_MASTER     the master copy of the course, readable by all and writable by root alone
  WORKSHOP_HUB_STATE  a folder of root's own for the hub's database and secrets
  WORKSHOP_HUB_PORT   the port on loopback at which learners log in; 8000 unless set
  WORKSHOP_PROXY      the command of configurable-http-proxy
"""

import os
import shlex
import socket

master = os.environ["WORKSHOP_MASTER"]
state = os.environ["WORKSHOP_HUB_STATE"]
port = os.environ.get("WORKSHOP_HUB_PORT", "8000")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


c = get_config()  # noqa: F821

c.JupyterHub.bind_url = f"http://127.0.0.1:{port}"
c.JupyterHub.hub_bind_url = f"http://127.0.0.1:{free_port()}"
c.JupyterHub.db_url = f"sqlite:///{state}/hub.sqlite"
c.JupyterHub.cookie_secret_file = f"{state}/cookie-secret"
c.ConfigurableHTTPProxy.command = shlex.split(os.environ["WORKSHOP_PROXY"])
c.ConfigurableHTTPProxy.api_url = f"http://127.0.0.1:{free_port()}"
c.ConfigurableHTTPProxy.pid_file = f"{state}/proxy.pid"

# Learners log in with their password of the system; the hub creates no user and lets no other group in.
c.JupyterHub.authenticator_class = "pam"
c.PAMAuthenticator.allowed_groups = {"workshop-learners"}
c.PAMAuthenticator.open_sessions = False

# No limit on starts at once: whom a limit turns away sees an error page and has to try again, while starts that share
# the processors only take longer together.
c.JupyterHub.concurrent_spawn_limit = 0
c.JupyterHub.init_spawners_timeout = 0

c.JupyterHub.spawner_class = "jupyterhub.spawner.LocalProcessSpawner"
c.Spawner.cmd = [f"{master}/deploy/hub/start-learner"]
c.Spawner.default_url = "/lab/tree/notebooks/00-welcome.ipynb"
c.Spawner.start_timeout = 120
c.Spawner.http_timeout = 120
c.Spawner.environment = {
    "WORKSHOP_MASTER": master,
    "PATH": f"{master}/.venv/bin:{master}/node_modules/.bin:/usr/local/bin:/usr/bin:/bin",
    "LANG": "C.UTF-8",
    "MALLOC_ARENA_MAX": "2",
}
# What the hub's own environment holds is not the learners' business.
c.Spawner.env_keep = []

# A server that nobody has used for an hour is ended, and its learner's files stay.
c.JupyterHub.load_roles = [
    {
        "name": "cull-idle",
        "scopes": ["list:users", "read:users:activity", "read:servers", "delete:servers"],
        "services": ["cull-idle"],
    }
]
c.JupyterHub.services = [
    {
        "name": "cull-idle",
        "command": [f"{master}/.venv/bin/python3", "-m", "jupyterhub_idle_culler", "--timeout=3600"],
    }
]
