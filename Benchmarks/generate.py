#!/usr/bin/env python3
"""Prints a manifest of N services; the same arguments give the same bytes.

    generate.py compile 1000            a broad one, for reading only
    generate.py run 100 --name bench    trivial services that an engine runs easily
"""
import argparse


def broad(count):
    """Ten services to a chain of dependencies, ten to a network, each with a volume and a port of its own."""
    print("services:")
    for i in range(count):
        print(f"""\
  app-{i:04}:
    image: example/app-{i % 20}:1.{i % 7}
    command: ["serve", "--shard", "{i}"]
    environment:
      APP_NAME: app-{i:04}
      APP_SHARD: "{i}"
      LOG_LEVEL: ${{LOG_LEVEL:-info}}
      UPSTREAM: http://app-{i // 2:04}:8080/
    labels:
      com.example.owner: team-{i % 9}
    healthcheck:
      test: ["CMD-SHELL", "nc 127.0.0.1 8080 </dev/null"]
      interval: 15s
      timeout: 3s
      retries: 4
    networks:
      - net-{i // 10:03}
    ports:
      - 127.0.{i // 40000}.1:{20000 + i % 40000}:8080
    volumes:
      - data-{i:04}:/data
    restart: unless-stopped
    mem_limit: 128m""")
        if i % 10:
            print(f"    depends_on:\n      app-{i - 1:04}:\n        condition: service_healthy")
    print("networks:")
    for i in range((count + 9) // 10):
        print(f"  net-{i:03}: {{}}")
    print("volumes:")
    for i in range(count):
        print(f"  data-{i:04}: {{}}")


def trivial(count):
    print("services:")
    for i in range(count):
        print(f"""\
  app-{i:04}:
    image: manifold/busybox:1
    command: ["sleep", "86400"]
    environment:
      APP_NAME: app-{i:04}
    networks:
      - net
    init: true
    stop_grace_period: 1s""")
    print("networks:\n  net: {}")


arguments = argparse.ArgumentParser()
arguments.add_argument("shape", choices=["compile", "run"])
arguments.add_argument("count", type=int)
arguments.add_argument("--name", default="bench")
chosen = arguments.parse_args()
print(f"name: {chosen.name}")
{"compile": broad, "run": trivial}[chosen.shape](chosen.count)
