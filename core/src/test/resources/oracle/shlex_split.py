"""Splits command lines with shlex.split.

Reads one command per line, in hexadecimal digits of UTF-8; answers with its words in hexadecimal digits, each behind a colon, and
then with an exclamation mark and the message if there is an error.
"""
import shlex
import sys

for line in sys.stdin:
    answer = ''
    words = shlex.shlex(bytes.fromhex(line).decode('utf-8'), posix=True)
    words.whitespace_split = True
    words.commenters = ''
    whole = None
    try:
        whole = shlex.split(bytes.fromhex(line).decode('utf-8'))
    except ValueError as e:
        answer = '!' + str(e)
    found = []
    try:
        for word in words:
            found.append(word)
    except ValueError:
        pass
    assert whole is None or whole == found
    print(''.join(':' + word.encode('utf-8').hex() for word in found) + answer, flush=True)
