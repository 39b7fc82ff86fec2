"""A Ray cluster of two nodes on loopback, for tests. Its files go to RAY_TMPDIR.

It prints its address. For a line on standard input it removes the other node, or ends the process that leads the head.
It stops at the end of the input.
"""

from __future__ import annotations

import sys

from ray.cluster_utils import Cluster

MEMORY = 100 * 1024 * 1024  # the object store of each node; nothing large goes through it

head = {"num_cpus": 1, "object_store_memory": MEMORY, "include_dashboard": False}
cluster = Cluster(initialize_head=True, head_node_args={**head, "node_ip_address": "127.0.0.2"})
try:
    other = cluster.add_node(num_cpus=1, object_store_memory=MEMORY, node_ip_address="127.0.0.2")
    cluster.wait_for_nodes()
    sys.stdout.write(f"{cluster.address}\n")
    sys.stdout.flush()
    for line in sys.stdin:
        if line == "lose the head\n":
            cluster.head_node.kill_gcs_server()
        else:
            cluster.remove_node(other, allow_graceful=False)
        sys.stdout.write("removed\n")
        sys.stdout.flush()
finally:
    cluster.shutdown()
