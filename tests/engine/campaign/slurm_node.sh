#!/bin/sh
# A Slurm of one node on the loopback interface, for tests: slurm_node.sh start|stop FOLDER.
# Needs root, and the Debian packages slurm-wlm and munge. Afterwards SLURM_CONF=FOLDER/slurm.conf.
set -eu
folder=$2
port=${3:-16817}
case "$1" in
  start)
    mkdir -p "$folder/state" "$folder/spool" "$folder/munge"
    # munged wants folders that nobody else can write into, and does not run as root.
    head -c 1024 /dev/urandom >"$folder/munge/key"
    chown -R munge "$folder/munge"
    chmod 700 "$folder/munge"
    chmod 400 "$folder/munge/key"
    chmod a+x "$folder" "$folder/munge"
    runuser -u munge -- munged --force --key-file="$folder/munge/key" \
      --socket="$folder/munge/socket" --pid-file="$folder/munge/pid" \
      --log-file="$folder/munge/log" --seed-file="$folder/munge/seed"
    host=$(hostname -s)
    cat >"$folder/slurm.conf" <<TEXT
ClusterName=vitrine
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$port
SlurmdPort=$((port + 1))
CommunicationParameters=NoCtldInAddrAny,NoInAddrAny
AuthType=auth/munge
AuthInfo=socket=$folder/munge/socket
SlurmUser=root
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.pid
SlurmctldLogFile=$folder/slurmctld.log
SlurmdLogFile=$folder/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerParameters=sched_interval=1,batch_sched_delay=0
ReturnToService=2
MpiDefault=none
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=main Nodes=$host Default=YES MaxTime=INFINITE State=UP
TEXT
    SLURM_CONF="$folder/slurm.conf" slurmctld
    SLURM_CONF="$folder/slurm.conf" slurmd
    ;;
  stop)
    for pid in "$folder/slurmd.pid" "$folder/slurmctld.pid" "$folder/munge/pid"; do
      [ ! -f "$pid" ] || kill "$(cat "$pid")" || true
    done
    ;;
esac
