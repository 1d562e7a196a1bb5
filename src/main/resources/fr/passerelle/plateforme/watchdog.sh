# Runs the server it is given and stops it as soon as standard input ends: the other end of
# that pipe is held by the hub, so that no server outlives it, not even after kill -9.
exec 3<&0
"$@" </dev/null 3<&- &
server=$!
( trap '' INT TERM HUP; cat <&3 >/dev/null; kill -INT "$server" 2>/dev/null ) &
exec 3<&-
trap 'kill -INT "$server"' INT TERM HUP
wait "$server"
status=$?
while kill -0 "$server" 2>/dev/null; do
	wait "$server"
	status=$?
done
exit "$status"
