"""Scores what leave_one_out read, beside what the whole lexicon reads, and prints the loss.

usage: leave_one_out.py LEAVE_ONE_OUT ZHIBIAO SHARED FLOOR
Exit 77 (skipped) where SHARED has no annotated reports; 1 where full F1 is below FLOOR. Standard library only.
"""
import os, pathlib, re, subprocess, sys, tempfile


def full_f1(shared, output):
    scored = subprocess.run([sys.executable, shared / "score.py", shared / "corpus/dev", output], text=True,
                            capture_output=True, check=True).stdout
    print("\n".join(line for line in scored.splitlines() if "  full " in line or line.startswith(("core", "full", "headline"))))
    return float(re.search(r"^full .* / (\S+) ", scored, re.M).group(1))


def main():
    leave_one_out, zhibiao, shared, floor = sys.argv[1:]
    shared = pathlib.Path(shared)
    if not (shared / "corpus/dev").is_dir():
        print(f"skipped: there are no annotated reports at {shared}/corpus/dev")
        return 77
    with tempfile.TemporaryDirectory() as folder:
        output = os.path.join(folder, "reports.jsonl")
        folders = [shared / "corpus" / name for name in ("dev", "full", "headline")]
        subprocess.run([leave_one_out, output, folders[0]], check=True)
        print("\nwithout the names that only one of these seven reports has (for comparison, no floor):")
        full_f1(shared, output)
        subprocess.run([leave_one_out, output, *folders], check=True)
        print("\nwithout the names that only one of all annotated reports has:")
        left = full_f1(shared, output)
        subprocess.run([zhibiao, "--format", "jsonl", "-o", output, shared / "corpus/dev"], check=True)
        print("\nwith all names:")
        whole = full_f1(shared, output)
    print(f"\nfull F1 {left:.4f} without them, {whole:.4f} with them: a loss of {whole - left:.4f}; floor {floor}")
    return 0 if left >= float(floor) else 1


sys.exit(main())
