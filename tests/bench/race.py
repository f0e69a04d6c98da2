"""race.py VANBAN FLOOR MODULES WORK DOCUMENTS ROUNDS - runs every engine over
the same work in turn, ROUNDS times, checks what each wrote, and prints CPU
time (getrusage) a document.

For the peers that is the time of their loop alone: started, warm, template in
memory. For vanban it is the whole process, start and compiling included.
"""
import os
import shutil
import statistics
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
PEERS = ["carbone", "docxtemplater", "easy-template-x", "docxtpl"]
COLD = 5  # runs of one document


class Race:
    def __init__(self, vanban, floor, modules, work, documents):
        self.vanban, self.floor, self.modules = vanban, floor, modules
        self.work = work
        self.codes = [f"D{n:04}" for n in range(documents)]

    def path(self, *names):
        return os.path.join(self.work, *names)

    def out(self, engine):
        return self.path("out", engine)

    def run(self, args):
        """CPU seconds, peak memory in MiB and output of a whole process."""
        read, write = os.pipe()
        with open(self.path("log"), "ab") as log:
            child = subprocess.Popen(args, stdout=write, stderr=log)
        os.close(write)
        with os.fdopen(read) as pipe:
            said = pipe.read()
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode > 1:
            sys.exit(f"{' '.join(args)}: exit {child.returncode}, see "
                     f"{self.path('log')}")
        return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, said

    def template(self, engine):
        return self.path(f"template.{engine.split()[0]}.docx")

    def command(self, engine, codes):
        """The command that fills these documents."""
        out = self.out(engine)
        os.makedirs(out, exist_ok=True)
        if engine == "docxtpl":
            return ["/usr/bin/python3", os.path.join(HERE, "peer.py"),
                    self.template(engine), self.path("json"), out] + codes
        if engine in PEERS:
            return ["node", os.path.join(HERE, "peer.js"), engine,
                    self.modules, self.template(engine), self.path("json"),
                    out] + codes
        plain = ["--plain"] if "plain" in engine else []
        if len(codes) == 1:
            return [self.vanban, "fill", self.template(engine),
                    self.path("xml", codes[0] + ".xml"), "-o",
                    os.path.join(out, codes[0] + ".docx")] + plain
        return [self.vanban, "bulk", self.template(engine), "--units",
                self.path("units.csv"), "--answers", self.path("xml"), "-o",
                out, "-j", "1"] + plain

    def each(self, engine):
        """Milliseconds of CPU for one of the documents."""
        if engine == "floor":
            said = self.run([self.floor, self.template("vanban"),
                             self.path("out", "vanban plain", "D0002.docx"),
                             self.path("floor.docx"), "500"])[2]
            return int(said) / 500 / 1000
        shutil.rmtree(self.out(engine), ignore_errors=True)
        cpu, _, said = self.run(self.command(engine, self.codes))
        if engine in PEERS:
            return int(said) / (len(self.codes) - 2) / 1000
        return cpu / len(self.codes) * 1000

    def check(self, engine, codes):
        pairs = []
        for code in codes:
            pairs += [os.path.join(self.out(engine), code + ".docx"),
                      self.path("text", code + ".txt")]
        done = subprocess.run([sys.executable, os.path.join(HERE, "words.py")]
                              + pairs, check=False)
        if done.returncode:
            sys.exit(f"{engine} wrote something else")


def main():
    race = Race(*sys.argv[1:5], int(sys.argv[5]))
    rounds = int(sys.argv[6])
    ours = ["vanban plain", "vanban"]
    engines = ours + PEERS
    times = {engine: [] for engine in engines + ["floor"]}
    for _ in range(rounds):
        for engine in engines + ["floor"]:
            times[engine].append(race.each(engine))
            if engine != "floor" and len(times[engine]) == 1:
                race.check(engine, race.codes)
    print(f"{len(race.codes)} documents, {rounds} rounds, every word checked")
    print(f"{'':18}ms CPU a document      times     one document, cold")
    print(f"{'':18}least  median         vanban     ms CPU       MiB")
    base = statistics.median(times["vanban plain"])
    for engine in engines + ["floor"]:
        least, median = min(times[engine]), statistics.median(times[engine])
        line = f"{engine:16}{least:7.2f} {median:7.2f}   {median / base:12.1f}"
        if engine != "floor":
            cold = [race.run(race.command(engine, race.codes[:1]))[:2]
                    for _ in range(COLD)]
            line += f"{statistics.median(c[0] for c in cold) * 1000:11.1f}"
            line += f"{max(c[1] for c in cold):10.1f}"
        print(line)
    fastest = min(statistics.median(times[p]) for p in PEERS)
    floor = statistics.median(times["floor"])
    print(f"the fastest peer takes {fastest / base:.1f} times as long, "
          f"vanban {base / floor:.2f} times the floor")
    print("\none document of many rows, whole process")
    for engine in engines:
        cpu, memory, _ = race.run(race.command(engine, ["long"]))
        race.check(engine, ["long"])
        print(f"{engine:16}{cpu:8.2f} s CPU {memory:9.1f} MiB")


main()
